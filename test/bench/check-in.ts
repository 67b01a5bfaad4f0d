import { execFileSync } from 'node:child_process';
import manifest from '../../manifest.json';
import { type Emulator, startEmulator } from '../../src/emulator';
import type { Population } from '../support/population';
import { projectPath } from '../support/source';
import { type RunningApp, startBanso, startBareApp } from './apps';
import { thousand as fewLearners, million as manyLearners, startDatabases } from './databases';
import { type Command, typeCommands } from './load';
import { type Line, median, ratioLine, report, say, timeLine } from './report';
import { type SlackFront, startSlackFront } from './slack-front';
import { inTurns } from './turns';

const concurrency = 20;
const requestsPerRound = 400;
const rounds = 15;
/** Rounds in which the processes get warm; they don't count. */
const warmUp = 4;

/** The person for whom each Banso opens its modal in front of the strict emulator. */
const supporter = { userId: 'U0S1', channelId: 'C0' };
const workspace = {
  team: { id: 'T0', name: 'Bench', domain: 'bench' },
  users: [{ id: supporter.userId, name: 'サポーター1', tz: 'Asia/Tokyo', locale: 'ja-JP' }],
  channels: [{ id: supporter.channelId, name: 'team', members: 'all' }],
};

/** `npm run bench -- checkin`. Returns whether every bound holds. */
export async function benchCheckIn(): Promise<boolean> {
  say('Building …');
  execFileSync('npm', ['run', '-s', 'build'], { cwd: projectPath('.'), stdio: 'inherit' });
  const closers: (() => Promise<void>)[] = [];
  const opened = <T>(thing: T, close: (thing: T) => Promise<void>): T => {
    closers.push(() => close(thing));
    return thing;
  };
  try {
    const emulator = opened(await startEmulator({ manifest, workspace }), (it) => it.close());
    const front = opened(await startSlackFront(emulator), (it) => it.close());
    say('Making up learners …');
    const databases = opened(await startDatabases(), (it) => it.stop());
    const start = async (url: string) => opened(await startBanso(emulator, front.apiUrl, url), stopApp);
    const few = await start(databases.thousand);
    const many = await start(databases.million);
    await openStrictly(emulator, few);
    const modal = await openStrictly(emulator, many);
    const bare = opened(await startBareApp(emulator, front.apiUrl, modal), stopApp);
    await openStrictly(emulator, bare);
    return report(
      'Check-in: from the signed request to views.open',
      await measure(emulator, front, { bare, few, many }),
    );
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

const stopApp = (app: RunningApp) => app.stop();

/** `/checkin` in front of the whole emulator. Returns the view. @throws {Error} when it is refused. */
async function openStrictly(emulator: Emulator, app: RunningApp): Promise<unknown> {
  const { userId, channelId } = supporter;
  const before = emulator.calls.length;
  emulator.deliverTo(app.url);
  await emulator.as(userId).command('/checkin', { channel: channelId });
  const call = await emulator.until(() =>
    emulator.calls.slice(before).find(({ method }) => method === 'views.open'),
  );
  if (!call.result.ok) throw new Error(`bench: views.open: ${JSON.stringify(call.result)}: expected a modal`);
  return call.args.view;
}

type Apps = Record<'bare' | 'few' | 'many', RunningApp>;

async function measure(emulator: Emulator, front: SlackFront, { bare, few, many }: Apps): Promise<Line[]> {
  front.measuring = true;
  const { signingSecret } = emulator;
  const round = (app: RunningApp, population: Population, text: string) => async () => {
    const nextCommand = () => anyCommand(population, text);
    const load = { url: app.url, signingSecret, front, requests: requestsPerRound, concurrency, nextCommand };
    return median(await typeCommands(load));
  };
  const name = '受講生12';
  const [bareMs = 0, fewMs = 0, manyMs = 0, fewNamedMs = 0, manyNamedMs = 0] = await inTurns(
    [
      round(bare, fewLearners, ''),
      round(few, fewLearners, ''),
      round(many, manyLearners, ''),
      round(few, fewLearners, name),
      round(many, manyLearners, name),
    ],
    { rounds, warmUp },
  );
  return [
    timeLine('bare Bolt app, the same modal', bareMs),
    timeLine('/checkin, 1,000 learners', fewMs),
    timeLine('/checkin, 1,000,000 learners', manyMs),
    ratioLine('Banso (1,000) against the bare app', fewMs, bareMs, 2),
    ratioLine('Banso (1,000,000) against the bare app', manyMs, bareMs, 2),
    ratioLine('1,000,000 against 1,000', manyMs, fewMs, 1.2),
    // Nothing is asked of these: a name is looked for among a team's 250 learners, who lie in PostgreSQL's 128 MB
    // of buffers when there are 1,000 in all and mostly elsewhere when there are 1,000,000.
    timeLine('/checkin name, 1,000 learners', fewNamedMs),
    timeLine('/checkin name, 1,000,000 learners', manyNamedMs),
    ratioLine('/checkin name, 1,000,000 against 1,000', manyNamedMs, fewNamedMs),
  ];
}

function anyCommand(
  { workspaces, programsPerWorkspace, supportersPerProgram }: Population,
  text: string,
): Command {
  const program = below(programsPerWorkspace);
  return {
    teamId: `T${below(workspaces)}`,
    userId: `U${program}S${below(supportersPerProgram)}`,
    channelId: `C${program}`,
    text,
  };
}

function below(count: number): number {
  return Math.floor(Math.random() * count);
}
