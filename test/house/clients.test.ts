import { readFileSync } from 'node:fs';
import { projectPath, sourceFiles } from '../support/source';

/** Classes that open connections. */
const CLIENTS =
  /\bnew (App|HTTPReceiver|SocketModeReceiver|SocketModeClient|WebClient|Pool|Client|Redis|Queue|QueueEvents|Worker)\b/;

/**
 * The assembly, with the one file each through which it reaches Bolt and BullMQ, and the one-off connection of
 * migrations.
 */
const MAY_CONSTRUCT = /^src\/(deps(\/.*)?|practice(\/.*)?|db\/migrate|slack\/app|jobs\/queue)\.ts$/;

function constructs(text: string): boolean {
  return CLIENTS.test(text);
}

it('clients are constructed by the assembly only (DESIGN.md 5, deps.ts)', () => {
  const offenders = sourceFiles('src')
    .filter((file) => !MAY_CONSTRUCT.test(file))
    .filter((file) => constructs(readFileSync(projectPath(file), 'utf8')));
  expect(offenders).toEqual([]);
});

it.each(['new Pool({ max: 5 })', 'const app = new App(', 'new Queue<Data>(name)'])('notices %s', (text) => {
  expect(constructs(text)).toBe(true);
});

it.each(['new PoolError()', 'new QueueName()', 'type Pool'])('passes over %s', (text) => {
  expect(constructs(text)).toBe(false);
});
