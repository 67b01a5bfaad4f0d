import pino from 'pino';
import manifest from '../../manifest.json';
import { type Config, readConfig } from '../../src/config';
import { pendingDeliveries, staleDeliveries } from '../../src/db/deliveries';
import { freePort } from '../../src/db/embedded';
import { pendingImports } from '../../src/db/imports';
import { unfinishedRestatements } from '../../src/db/restatements';
import type { Deps } from '../../src/deps';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator';
import { createHandlers } from '../../src/jobs/handlers';
import type { Handlers } from '../../src/jobs/processor';
import type { Pace } from '../../src/pace';
import { runBanso, type Waits } from '../../src/run';
import { importInstants } from '../../src/usecases/claim-import';
import { type FakeClock, fakeClock } from './clock';
import { createTestDatabase } from './database';
import type { TestQueue } from './queues';
import { createRecords, type Records } from './records';
import { workspaceSeed } from './workspace';

export interface WorldOptions {
  /** Where the clock stands. Default: Tuesday 2026-11-24, 09:00 in Tokyo, a working day. */
  at?: string;
  /** Default: the queue in Postgres. */
  queue?: TestQueue;
  /** Default: `bot` alone, with jobs run by hand (`sweep`, `drain`). */
  roles?: 'bot' | 'worker' | 'bot,worker';
  mode?: 'http' | 'socket';
  databaseUrl?: string;
  /** Who is in the workspace. Default: the small team of workspace.ts. */
  workspace?: EmulatorOptions['workspace'];
  /** What isn't usual about the worker's pace. */
  pace?: Partial<Pace>;
  /** How long people wait for the database. Default: as in production. */
  waits?: Partial<Waits>;
}

/** A whole Banso in front of an emulated Slack, on a database of its own. */
export interface World {
  slack: Emulator;
  clock: FakeClock;
  deps: Deps;
  records: Records;
  handlers: Handlers;
  databaseUrl: string;
  /** The address that Slack posts to, in HTTP mode. */
  url: string;
  /** All that was logged, as lines of JSON. */
  logged(): string;
  /** Plans what has come due and runs all jobs to the end, without waiting for their delays. */
  sweep(): Promise<void>;
  /** Has something end before it, such as another process on its database. */
  beforeClose(end: () => Promise<unknown>): void;
  close(): Promise<void>;
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const clock = fakeClock(options.at ?? '2026-11-24T00:00:00Z');
  const slack = await startEmulator({
    manifest,
    workspace: options.workspace ?? workspaceSeed,
    clock: clock.now,
    signingTime: () => new Date(),
  });
  const database = options.databaseUrl ? null : await createTestDatabase();
  const databaseUrl = options.databaseUrl ?? database?.url ?? '';
  const lines: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const port = await freePort();
  const config = configFor(slack, options, port);
  const banso = await runBanso({
    config,
    databaseUrl,
    clock,
    logger,
    ...(database && { connect: database.connect }),
    ...(options.waits && { waits: options.waits }),
    ...(options.pace && { pace: options.pace }),
  });
  const { deps } = banso;
  const others: (() => Promise<unknown>)[] = [];
  const url = `http://127.0.0.1:${port}/slack/events`;
  if (options.mode !== 'socket') slack.deliverTo(url);
  const { context, metrics } = deps;
  const handlers = createHandlers({ context, logger, metrics, slackFor: async () => deps.slack });
  return {
    slack,
    clock,
    deps,
    handlers,
    databaseUrl,
    url,
    records: createRecords(deps.db, clock, slack.teamId),
    logged: () => lines.join(''),
    sweep: () => runSweep(handlers, deps),
    beforeClose: (end) => others.push(end),
    close: async () => {
      await Promise.all(others.map((end) => end()));
      await banso.close();
      // A socket that is cut off before it has said goodbye keeps the process alive for half a minute.
      await slack.until(() => slack.connections === 0);
      await slack.close();
      await database?.release();
    },
  };
}

function configFor(
  slack: Emulator,
  { queue, roles = 'bot', mode = 'http' }: WorldOptions,
  port: number,
): Config {
  return readConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    ...(mode === 'http'
      ? { SLACK_SIGNING_SECRET: slack.signingSecret }
      : { SLACK_APP_TOKEN: slack.appToken }),
    SLACK_API_URL: slack.apiUrl,
    ROLES: roles,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: 'postgres://unused@127.0.0.1/unused',
    ...(queue?.name === 'redis' ? { REDIS_URL: queue.redisUrl } : {}),
  });
}

/** Runs the sweep, then whatever is unfinished, until nothing more can be done at this instant. */
async function runSweep(handlers: Handlers, { db, clock }: Deps): Promise<void> {
  await handlers.sweep({});
  for (let round = 0; round < 50; round += 1) {
    const now = clock.now();
    const pending = await pendingDeliveries(db, now, 1000);
    const stale = await staleDeliveries(db, 1000);
    const restatements = await unfinishedRestatements(db, 1000);
    for (const { workspaceId, programId } of restatements) await handlers.restate({ workspaceId, programId });
    const imports = await pendingImports(db, importInstants(now), 1000);
    for (const { id } of imports) await handlers.import({ importId: id });
    for (const { id } of pending) await handlers.deliver({ deliveryId: id });
    for (const { id } of stale) await handlers.refresh({ deliveryId: id });
    const found = [pending, stale, restatements, imports];
    if (found.every(({ length }) => length === 0)) return;
  }
}
