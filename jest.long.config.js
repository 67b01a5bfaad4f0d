const usual = require('./jest.config.js');

const [banso, browser] = usual.projects;
const long = { testMatch: ['**/*.long.test.ts'] };

/**
 * `npm run test:long`: every block and element of Slack's, a thousand messages, and what ends processes and starts them
 * again: practice workspaces, workers, their services. One file at a time: each runs a browser or such processes beside
 * itself, which fills two cores, so that two at once take as long and only run out of time.
 * @type {import('jest').Config}
 */
module.exports = {
  ...usual,
  maxWorkers: 1,
  projects: [
    { ...banso, ...long, testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'] },
    { ...browser, ...long, testPathIgnorePatterns: ['/node_modules/'] },
  ],
};
