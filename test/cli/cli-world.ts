import manifest from '../../manifest.json';
import { connections } from '../../src/cli/connections';
import { runCli } from '../../src/cli/run';
import type { CliWorld } from '../../src/cli/world';
import { type Emulator, startEmulator } from '../../src/emulator';
import { createTestDatabase } from '../support/database';

const people = [
  'U0LEAD1',
  'U0LEAD2',
  'U0AOI',
  'U0HARA',
  'U0MORI',
  'U0SEKI',
  'U0LEE',
  'U0KUDO',
  'U0MENT1',
  'U0MENT2',
]
  .concat(['U0MENT3', 'U0ADV1', 'U0ADV2', 'U0GUEST'])
  .map((id) => ({
    id,
    name: id.slice(2),
    tz: id === 'U0LEE' ? 'Australia/Sydney' : 'Asia/Tokyo',
    locale: 'ja-JP',
  }));

const workspace = {
  team: { id: 'T0BANSO', name: 'Banso practice', domain: 'banso-practice' },
  users: people,
  channels: [
    { id: 'C0TEAM', name: 'banso-team', members: 'all' as const },
    { id: 'C0OTHER', name: 'elsewhere', members: ['U0LEAD1'] },
    { id: 'C0PRIV', name: 'leads-only', private: true, members: ['U0LEAD1'] },
  ],
};

export interface CliRun {
  code: number;
  out: string;
  err: string;
}

/** A command line before a workspace of its own: a migrated database and a Slack. */
export interface TestCli {
  env: Record<string, string | undefined>;
  slack: Emulator;
  run(...words: string[]): Promise<CliRun>;
  /** The same, for somebody who watches at a terminal. */
  runAtTerminal(...words: string[]): Promise<CliRun>;
  close(): Promise<void>;
}

export const now = new Date('2026-11-23T01:00:00Z');

export const sampleProgram = [
  'program',
  'add',
  '--name',
  'Web 26',
  '--channel',
  'C0TEAM',
  '--lead',
  'U0LEAD1',
].concat(['--lead', 'U0LEAD2', '--supporter', 'U0AOI,U0HARA,U0MORI,U0SEKI,U0LEE,U0KUDO']);

export async function startTestCli(): Promise<TestCli> {
  const database = await createTestDatabase();
  const slack = await startEmulator({ manifest, workspace });
  const env: TestCli['env'] = {
    DATABASE_URL: database.url,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
  };
  return {
    env,
    slack,
    run: (...words) => runWith(env, false, words),
    runAtTerminal: (...words) => runWith(env, true, words),
    async close() {
      await slack.close();
      await database.release();
    },
  };
}

async function runWith(env: CliWorld['env'], isTTY: boolean, words: readonly string[]): Promise<CliRun> {
  const written = { out: '', err: '' };
  const code = await runCli(words, {
    env,
    now: () => now,
    out: { write: (text) => (written.out += text) },
    err: { write: (text) => (written.err += text), isTTY },
    ...connections,
  });
  return { code, ...written };
}
