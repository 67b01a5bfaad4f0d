const { projects, settings } = require('./test/support/jest-projects.js');

/** @type {import('jest').Config} */
module.exports = { ...settings, projects: projects.usual };
