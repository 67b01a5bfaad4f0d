const { default: Runtime } = require('jest-runtime');

/** Large and without state of a test's own. */
const shared =
  /^(@slack\/(bolt|web-api)|bullmq|date-holidays|drizzle-orm(\/.*)?|ioredis|pg|pino|playwright-core|zod)$/;

/** Jest's way to load modules, but for large libraries, which a worker loads once instead of for each test file anew. */
module.exports = class extends Runtime {
  requireModuleOrMock(from, name) {
    return shared.test(name) ? require(name) : super.requireModuleOrMock(from, name);
  }
};
