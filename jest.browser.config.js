const { projects, settings } = require('./test/support/jest-projects.js');

/**
 * `npm run test:browser`: the practice page in a real browser, by mouse and by keys.
 * @type {import('jest').Config}
 */
module.exports = { ...settings, projects: projects.browser };
