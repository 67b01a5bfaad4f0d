const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { TestEnvironment } = require('jest-environment-node');

const ours = new WeakSet();
const { compileFunction } = vm;
vm.compileFunction = (code, params, { parsingContext, ...options } = {}) =>
  compileFunction(code, params, ours.has(parsingContext) ? options : { ...options, parsingContext });

/**
 * Jest's environment for Node without a global object of its own for each test file. Whatever is looked up there
 * (`Object`, `Promise`, `Math`) goes through an interceptor and a proxy, which halves the speed of all code.
 */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    ours.add(this.context);
    this.global = globalThis;
    this.fakeTimersModern = new ModernFakeTimers({ config: config.projectConfig, global: globalThis });
  }
};
