const usual = require('./jest.config.js');

const [{ globalSetup: _, globalTeardown: __, ...banso }, browser] = usual.projects;
const long = { testMatch: ['**/*.long.test.ts'] };

/**
 * `npm run test:long`: every block and element of Slack's, a thousand messages, and practice workspaces in processes of
 * their own.
 * @type {import('jest').Config}
 */
module.exports = {
  ...usual,
  projects: [
    { ...banso, ...long, testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'] },
    { ...browser, ...long, testPathIgnorePatterns: ['/node_modules/'] },
  ],
};
