/** What takes too long for every run has its own script: `npm run test:long`. */
const long = '\\.long\\.test\\.ts$';

const shared = {
  testEnvironment: '<rootDir>/test/support/environment.js',
  runtime: '<rootDir>/test/support/runtime.js',
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  setupFiles: ['<rootDir>/test/support/no-network.ts'],
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'banso',
      roots: ['<rootDir>/test'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', long],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'browser',
      roots: ['<rootDir>/test/browser'],
      testPathIgnorePatterns: ['/node_modules/', long],
      globalSetup: '<rootDir>/test/browser/global-setup.ts',
    },
  ],
  maxWorkers: 2,
  // What test files leave behind in a worker is looked through again and again by the collector.
  workerIdleMemoryLimit: '700MB',
  testTimeout: 40_000,
};
