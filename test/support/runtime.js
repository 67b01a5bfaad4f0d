const { Module } = require('node:module');
const path = require('node:path');
const { default: Runtime } = require('jest-runtime');

/** Large and without state of a test's own. */
const libraries =
  /^(@slack\/(bolt|web-api)|bullmq|date-holidays|drizzle-orm(\/.*)?|ioredis|pg|pino|playwright-core|zod)$/;

/** Its modules keep nothing but what they reckoned once: all that a test changes belongs to what it has started. */
const banso = path.resolve(__dirname, '../../src') + path.sep;

/** Where the lines of what was loaded stand in TypeScript, for what a failing test shows. */
const sourceMaps = new Map();

/** Whose test file needed a module first. */
let latest;

Module._extensions['.ts'] = (module, filename) => {
  const code = latest.transformCache.transform(filename);
  sourceMaps.set(filename, latest.getSourceMaps().get(filename));
  module._compile(code, filename);
};

/**
 * Jest's way to load modules, but for Banso and large libraries, which a worker loads once instead of anew for each test
 * file: that takes longer than most tests.
 */
module.exports = class extends Runtime {
  constructor(...args) {
    super(...args);
    for (const [file, map] of sourceMaps) this.getSourceMaps().set(file, map);
  }

  requireModuleOrMock(from, name) {
    if (libraries.test(name)) return require(name);
    const wanted = name.startsWith('.') ? path.resolve(path.dirname(from), name) : '';
    if (!wanted.startsWith(banso)) return super.requireModuleOrMock(from, name);
    latest = this;
    return require(wanted);
  }
};
