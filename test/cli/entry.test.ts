import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectPath } from '../support/source';
import { startTestCli, type TestCli } from './cli-world';

let folder: string;
let cli: TestCli;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'banso-cli-'));
  cli = await startTestCli();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cli.close();
});

/** As its own process, in a folder without settings. */
function run(...words: string[]) {
  const args = ['-r', projectPath('test/support/typescript.js'), projectPath('src/cli.ts'), ...words];
  const env = { PATH: process.env.PATH, NODE_ENV: 'test' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the command shows help, refuses what it does not know, and ends with 78 without settings', () => {
  expect(run('--help')).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('Usage: banso'),
  });
  expect(run('deploy').status).toBe(2);
  expect(run('migrate')).toMatchObject({
    status: 78,
    stdout: '',
    stderr: expect.stringContaining('SLACK_BOT_TOKEN'),
  });
});

test('the command takes its settings from .env, and ends by itself', () => {
  writeFileSync(
    path.join(folder, '.env'),
    Object.entries(cli.env)
      .map((pair) => pair.join('='))
      .join('\n'),
  );
  expect(run('migrate')).toEqual({ status: 0, stdout: 'The database was up to date already.\n', stderr: '' });
  const nobody = run('export', '--program', 'Web 26', '--out', 'out');
  expect(nobody).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There is no program "Web 26"'),
  });
});
