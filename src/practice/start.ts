import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import { type Config, readConfig } from '../config';
import { openDatabase } from '../db/client';
import { freePort, startEmbedded } from '../db/embedded';
import { openPool } from '../deps';
import { type Emulator, startEmulator } from '../emulator';
import { type RunningBanso, runBanso } from '../run';
import type { PracticeClock } from './clock';
import { prepareDatabase } from './database';
import { forgetKept, type Kept, keepSlack, readKept } from './keep';
import { loadSample } from './sample/load-sample';
import { workspaceSeed } from './sample/workspace';
import { ReadMarks } from './server/read-marks';
import type { Stages } from './stages';

export interface PracticeInput {
  /** Folder for the database and the emulated Slack. */
  dataDir: string;
  fresh: boolean;
  /** Nothing is to be left of the database once it is closed. */
  temporary: boolean;
  logger: Logger;
  /** Makes the clock, given where an earlier start left it; null: there was none. */
  clockFor(keptOffsetMs: number | null): PracticeClock;
  /** As which the app is installed in the emulated Slack. Default: the app's own. */
  manifest?: Manifest;
}

/** A whole Banso in front of an emulated Slack, with the sample program. */
export interface Practice {
  slack: Emulator;
  banso: RunningBanso;
  clock: PracticeClock;
  readMarks: ReadMarks;
  logger: Logger;
  /** Whether the sample was loaded just now. */
  isNew: boolean;
  /** The port of the page, now or at the last start; null: there was none yet. */
  pagePort: number | null;
  /** Has what is kept beside the emulated Slack written soon: it has changed. */
  keepSoon(): void;
}

/** How much of what was called, sent and refused a developer may still look at. */
const remembered = 1000;

/** A database that nobody needs after a power cut may answer before it has written to the disk. */
const databaseFlags = ['-c', 'synchronous_commit=off'];

/** Starts everything of a practice workspace; `stages` closes it. */
export async function startPractice(input: PracticeInput, stages: Stages): Promise<Practice> {
  const { dataDir, fresh, logger } = input;
  const server = await stages.begin(
    () => startEmbedded({ dataDir, flags: databaseFlags }),
    async ({ stop, home }) => {
      await stop();
      if (input.temporary) rmSync(home, { recursive: true, force: true });
    },
  );
  const file = path.join(dataDir, 'slack.json');
  if (fresh) forgetKept(file);
  const kept = readKept(file);
  const clock = input.clockFor(kept?.clockOffsetMs ?? null);
  const database = await stages.begin((ending) =>
    prepareDatabase(server.url, { fresh, fill: (url) => fillWithSample(url, { clock, logger, ending }) }),
  );
  const left = database.isNew ? null : kept;
  const { manifest = readManifest() } = input;
  const slack = await startSlack(stages, { manifest, clock, kept: left });
  const config = await configFor(slack);
  const practice: Omit<Practice, 'banso' | 'keepSoon'> = {
    slack,
    clock,
    readMarks: new ReadMarks(left?.readMarks),
    logger,
    isNew: database.isNew,
    pagePort: kept?.pagePort ?? null,
  };
  const keeper = await stages.begin(
    async () => keepSlack({ slack, file, logger, rest: () => restOf(practice) }),
    async (started) => started.stop(),
  );
  practice.readMarks.on(keeper.soon);
  const banso = await stages.begin(
    () => runBanso({ config, databaseUrl: database.url, clock, logger }),
    (started) => started.close(),
  );
  return Object.assign(practice, { banso, keepSoon: keeper.soon });
}

/** What is kept beside the emulated Slack. */
function restOf({ clock, readMarks, pagePort }: Pick<Practice, 'clock' | 'readMarks' | 'pagePort'>) {
  return {
    clockOffsetMs: clock.offsetMs(),
    readMarks: readMarks.toJSON(),
    ...(pagePort === null ? {} : { pagePort }),
  };
}

/** The emulated Slack, as an earlier start left it. Its secrets are of this start: nobody can know them. */
function startSlack(
  stages: Stages,
  { manifest, clock, kept }: { manifest: Manifest; clock: PracticeClock; kept: Kept | null },
): Promise<Emulator> {
  const secret = () => randomBytes(24).toString('hex');
  return stages.begin(
    () =>
      startEmulator({
        manifest,
        workspace: workspaceSeed,
        clock: clock.now,
        remembered,
        botToken: `xoxb-${secret()}`,
        appToken: `xapp-${secret()}`,
        signingSecret: secret(),
        ...(kept ? { snapshot: kept.slack } : {}),
      }),
    (started) => started.close(),
  );
}

interface Filling extends Pick<Practice, 'clock' | 'logger'> {
  ending: AbortSignal;
}

/** Gives up with its next statement when all is to end: whoever presses Ctrl-C doesn't wait for a whole sample. */
async function fillWithSample(url: string, { clock, logger, ending }: Filling): Promise<void> {
  const pool = openPool(url, logger);
  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= pool.end();
    return ended;
  };
  // What goes wrong with it is thrown below, where it is waited for.
  const giveUp = () => void end().catch(() => undefined);
  ending.addEventListener('abort', giveUp);
  try {
    ending.throwIfAborted();
    const db = openDatabase(pool);
    await loadSample({ db, now: clock.now(), enqueue: async () => undefined });
  } finally {
    ending.removeEventListener('abort', giveUp);
    await end();
  }
}

type Manifest = Parameters<typeof startEmulator>[0]['manifest'];

/** The app as it is installed in Slack. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(path.join(__dirname, '../../manifest.json'), 'utf8'));
}

/** Nothing of the environment: a practice workspace never reaches a real Slack or database. */
async function configFor({ botToken, appToken, apiUrl }: Emulator): Promise<Config> {
  return readConfig({
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
  });
}

/** Has what came due by the practice clock planned now, instead of at the next sweep. */
export async function sweepNow({ banso, clock }: Practice): Promise<void> {
  const id = `sweep-practice-${clock.now().getTime()}`;
  await banso.deps.queue.add([{ name: 'sweep', id, data: {}, delayMs: 0 }]);
}
