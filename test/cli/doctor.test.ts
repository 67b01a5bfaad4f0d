import { Client } from 'pg';
import manifest from '../../manifest.json';
import { startEmulator } from '../../src/emulator';
import { sampleProgram, startTestCli, type TestCli } from './cli-world';

let cli: TestCli;
beforeEach(async () => {
  cli = await startTestCli();
});
afterEach(() => cli.close());

const problems = (out: string) => out.split('\n').filter((line) => line.startsWith('!!'));

async function inDatabase(statement: string): Promise<void> {
  const client = new Client(cli.env.DATABASE_URL);
  await client.connect();
  await client.query(statement);
  await client.end();
}

test('finds everything in order after migrate and program add', async () => {
  await cli.run('migrate');
  await cli.run(...sampleProgram);
  const { code, out, err } = await cli.run('doctor');
  expect({ code, err, problems: problems(out) }).toEqual({ code: 0, err: '', problems: [] });
  expect(out).toContain('ok SLACK_BOT_TOKEN is set\n');
  expect(out).not.toContain('xoxb');
  expect(out).toContain('ok database: its schema is up to date\n');
  expect(out).toContain('ok queue: Postgres answers\n');
  expect(out).toContain('ok Slack: the token has every scope of manifest.json\n');
  expect(out).toContain('ok Slack: the app-level token opens Socket Mode connections\n');
  expect(out).toContain('ok program "Web 26": Banso is in #banso-team\n');
  expect(out).toContain('ok program "Web 26": all 8 supporters are active in Slack\n');
});

test('tells every wrong setting and goes no further', async () => {
  delete cli.env.SLACK_BOT_TOKEN;
  cli.env.PORT = 'x';
  const { code, out, err } = await cli.run('doctor');
  expect(code).toBe(1);
  expect(problems(out)).toEqual([
    expect.stringMatching(/^!! PORT: "x" can't be used: .* → set it/),
    expect.stringMatching(/^!! SLACK_BOT_TOKEN is missing: .* → set it/),
  ]);
  expect(out).not.toContain('ok PORT');
  expect(err).toBe('The rest is not checked before the settings are right.\n');
});

test('names what is wrong in Slack, and what to do', async () => {
  await cli.run('migrate');
  await cli.run(...sampleProgram);
  cli.slack.removeBotFrom('C0TEAM');
  await cli.slack.deactivate('U0AOI');
  cli.env.SLACK_APP_TOKEN = 'xapp-wrong';
  const { code, out, err } = await cli.run('doctor');
  expect(code).toBe(1);
  expect(problems(out)).toEqual([
    expect.stringMatching(/Socket Mode: invalid_auth.* → make an app-level token/),
    '!! program "Web 26": channel C0TEAM: Banso is not in #banso-team → write "/invite @Banso" there',
    expect.stringMatching(/supporter U0AOI: this Slack account is deactivated → give the learners/),
  ]);
  expect(err).toBe('3 things are wrong.\n');
});

test('names missing scopes', async () => {
  const bot = manifest.oauth_config.scopes.bot.filter(
    (scope) => scope !== 'im:write' && scope !== 'users:read',
  );
  const slack = await startEmulator({
    manifest: { ...manifest, oauth_config: { scopes: { bot } } },
    workspace: { team: { id: 'T0BANSO', name: 'x', domain: 'x' }, users: [], channels: [] },
  });
  cli.env.SLACK_API_URL = slack.apiUrl;
  const { out } = await cli.run('doctor');
  await slack.close();
  expect(problems(out)).toContainEqual(
    expect.stringMatching(/these scopes are missing: users:read, im:write → paste manifest.json/),
  );
});

test('names pending migrations and an empty queue schema, until migrate has run', async () => {
  await inDatabase(
    'drop schema public, drizzle cascade; drop schema if exists bullmq cascade; create schema public',
  );
  const before = await cli.run('doctor');
  expect(before.code).toBe(1);
  expect(problems(before.out)).toEqual([
    expect.stringMatching(/^!! database: 0000_\w+.* not applied → run "banso migrate"$/),
    expect.stringMatching(/^!! queue: Postgres: .* → run "banso migrate"$/),
  ]);
  const migrated = await cli.run('migrate');
  expect(migrated).toMatchObject({ code: 0, out: 'The database is up to date.\n' });
  expect(migrated.err).toMatch(/Applying 0000_/);
  expect((await cli.run('migrate')).out).toBe('The database was up to date already.\n');
  expect(problems((await cli.run('doctor')).out)).toEqual([]);
});

test('says when database and Redis are away', async () => {
  cli.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/banso';
  cli.env.REDIS_URL = 'redis://127.0.0.1:1';
  const { code, out } = await cli.run('doctor');
  expect(code).toBe(1);
  expect(problems(out)).toEqual([
    expect.stringMatching(/^!! database: .*ECONNREFUSED.* → check DATABASE_URL/),
    expect.stringMatching(/^!! queue: Redis: .* → check REDIS_URL/),
  ]);
}, 30_000);

test('says when Slack is away', async () => {
  await cli.run('migrate');
  cli.env.SLACK_API_URL = 'http://127.0.0.1:1/api/';
  const { code, out } = await cli.run('doctor');
  expect(code).toBe(1);
  expect(problems(out)).toEqual([
    expect.stringMatching(/^!! Slack: .* → check SLACK_BOT_TOKEN and SLACK_API_URL/),
    expect.stringMatching(/^!! Slack: Socket Mode: /),
  ]);
});
