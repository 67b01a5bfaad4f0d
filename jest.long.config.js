const { projects, settings } = require('./test/support/jest-projects.js');

/**
 * `npm run test:long`: every block and element of Slack's, a thousand messages, and what ends processes and starts them
 * again: practice workspaces, workers, their services. One file at a time: each runs a browser or such processes beside
 * itself, which fills two cores, so that two at once take as long and only run out of time.
 * @type {import('jest').Config}
 */
module.exports = { ...settings, maxWorkers: 1, projects: projects.long };
