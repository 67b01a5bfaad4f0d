import { spawnSync } from 'node:child_process';
import { projectPath } from './support/source';

/** Runs a line of code in a process that ends on what nobody handles. */
function runUnhandled(line: string) {
  const script = `
    const { endOnFatal } = require(${JSON.stringify(projectPath('src/signals.ts'))});
    const { createLogger } = require(${JSON.stringify(projectPath('src/log.ts'))});
    endOnFatal(createLogger('info'));
    const refused = Object.assign(new Error('Key (name)=(佐藤 花子)'), { severity: 'ERROR', code: '23505' });
    ${line}
    setInterval(() => undefined, 1000);`;
  const args = ['-r', projectPath('test/support/typescript.js'), '-e', script];
  return spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 });
}

test.each(['setImmediate(() => { throw refused; });', 'Promise.reject(refused);'])(
  'an error that nobody handles ends the process, and is told without private words: %s',
  (line) => {
    const { status, stdout, stderr } = runUnhandled(line);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('"level":60');
    expect(stdout).toContain('23505');
    expect(stdout).not.toContain('佐藤');
  },
);
