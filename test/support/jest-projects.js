/** What takes too long for every run is named `*.long.test.ts`; `npm run test:long` runs it. */
const long = '\\.long\\.test\\.ts$';
const longOnly = { testMatch: ['**/*.long.test.ts'] };

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

const banso = {
  ...shared,
  displayName: 'banso',
  roots: ['<rootDir>/test'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', long],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

const browser = {
  ...shared,
  displayName: 'browser',
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/', long],
  globalSetup: '<rootDir>/test/browser/global-setup.ts',
};

/**
 * Everything beside the browser and what takes long; the practice page in a real browser; and what takes long of both.
 * @type {Record<string, NonNullable<import('jest').Config['projects']>>}
 */
const projects = {
  usual: [banso],
  browser: [browser],
  long: [
    { ...banso, ...longOnly, testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'] },
    { ...browser, ...longOnly, testPathIgnorePatterns: ['/node_modules/'] },
  ],
};

/** @type {import('jest').Config} */
const settings = {
  maxWorkers: 2,
  // What test files leave behind in a worker is looked through again and again by the collector.
  workerIdleMemoryLimit: '700MB',
  testTimeout: 40_000,
};

module.exports = { projects, settings };
