import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import manifest from '../manifest.json';
import { freePort } from '../src/db/embedded';
import { type Emulator, startEmulator } from '../src/emulator';
import { createTestDatabase, type TestDatabase } from './support/database';
import { projectPath } from './support/source';
import { workspaceSeed } from './support/workspace';

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the service as a process of its own, with these settings and no others. */
function startMain(env: Record<string, string>) {
  const entry = ['-r', projectPath('test/support/typescript.js'), projectPath('src/main.ts')];
  const child = spawn(process.execPath, entry, {
    // Away from the project: a developer's own .env stays out of the test.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...env },
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { child, ended, logged: () => out };
}

describe('the service', () => {
  let slack: Emulator;
  let database: TestDatabase;

  beforeAll(async () => {
    slack = await startEmulator({ manifest, workspace: workspaceSeed });
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await slack.close();
    await database.release();
  });

  test('tells all missing settings in one message and ends with 78', async () => {
    const { code, err } = await startMain({}).ended;
    expect(code).toBe(78);
    expect(err).toContain('SLACK_BOT_TOKEN is missing');
    expect(err).toContain('SLACK_APP_TOKEN');
    expect(err).toContain('npm run practice');
  });

  test('starts, is healthy and ready, and ends cleanly on SIGTERM', async () => {
    const port = await freePort();
    const { child, ended, logged } = startMain({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: database.url,
      HOST: '127.0.0.1',
      PORT: String(port),
    });
    await slack.until(() => logged().includes('Banso is running'), 15_000);
    expect(slack.connections).toBeGreaterThan(0);
    const page = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    expect([await page('/healthz'), await page('/readyz'), await page('/metrics')]).toEqual([200, 200, 200]);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
    expect(slack.connections).toBe(0);
  });

  test('says that the token is refused, and not the token', async () => {
    const { code, out } = await startMain({
      SLACK_BOT_TOKEN: 'xoxb-of-somebody-else',
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: database.url,
    }).ended;
    expect(code).toBe(1);
    expect(out).toContain('invalid_auth');
    expect(out).toContain('doctor');
    expect(out).not.toContain('of-somebody-else');
  });

  test('refuses a database without its schema in production', async () => {
    const { code, out } = await startMain({
      NODE_ENV: 'production',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: database.url.replace(/\/[^/]*$/, '/postgres'),
    }).ended;
    expect(code).toBe(1);
    expect(out).toContain('dist/cli.js migrate');
  });
});
