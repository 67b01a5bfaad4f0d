import type { Deps } from '../../src/deps';
import { createHandlers } from '../../src/jobs/handlers';
import { populationDay } from '../support/population';
import { startDatabases, withClient } from './databases';
import { openDeps } from './deps';
import { median, ratioLine, report, say, timeLine } from './report';
import { inTurns, timed } from './turns';

const idle = { rounds: 270, warmUp: 30 };
const planningRounds = 5;

/** 63 programs of 8 supporters with 160 due learners each. */
const due = { programs: 63, learnersPerProgram: 160 };

/** `npm run bench -- sweep`. Returns whether every bound holds. */
export async function benchSweep(): Promise<boolean> {
  say('Making up learners …');
  const databases = await startDatabases();
  const worlds = { thousand: openWorld(databases.thousand), million: openWorld(databases.million) };
  try {
    const { thousand, million } = await timeIdleSweeps(worlds);
    const planning = await timePlanning(databases.million, worlds.million);
    return report('Sweep (medians)', [
      timeLine('nothing due, 1,000 learners', thousand),
      timeLine('nothing due, 1,000,000 learners', million),
      ratioLine('1,000,000 against 1,000', million, thousand, 1.5),
      timeLine(
        `planning and queueing ${planning.learners} due learners of ${planning.people} supporters`,
        planning.ms,
        5000,
      ),
    ]);
  } finally {
    for (const { deps } of Object.values(worlds)) await deps.close();
    await databases.stop();
  }
}

interface World {
  deps: Deps;
  /** Runs one sweep. Returns how long it took, in milliseconds. */
  sweep(): Promise<number>;
}

function openWorld(databaseUrl: string): World {
  const deps = openDeps(databaseUrl);
  const { context, logger, metrics, slack } = deps;
  const handlers = createHandlers({ context, logger, metrics, slackFor: async () => slack });
  return { deps, sweep: () => timed(() => handlers.sweep({})) };
}

async function timeIdleSweeps({ thousand, million }: Record<'thousand' | 'million', World>) {
  const [fewMs = 0, manyMs = 0] = await inTurns([thousand.sweep, million.sweep], idle);
  return { thousand: fewMs, million: manyMs };
}

/** The morning of 63 programs among 4,000, over and over. */
async function timePlanning(url: string, world: World) {
  await withClient(url, async (client) => {
    await client.query(
      `create table mornings as select workspace_id, id from programs order by id limit ${due.programs}`,
    );
    await client.query(`
      update learners set due_on = '${populationDay}' from mornings
      where learners.workspace_id = mornings.workspace_id and program_id = mornings.id
        and substr(name, 4)::int < ${due.learnersPerProgram}`);
    await client.query(`
      update learners set due_on = date '${populationDay}' + 1 from mornings
      where learners.workspace_id = mornings.workspace_id and program_id = mornings.id
        and substr(name, 4)::int >= ${due.learnersPerProgram}`);
    await client.query('vacuum analyze learners');
  });
  const rounds = [];
  for (let round = 0; round < planningRounds; round += 1) {
    await comesRound(url);
    const ms = await world.sweep();
    rounds.push({ ms, ...(await planned(url)) });
  }
  const [first] = rounds;
  if (!first) throw new Error('planning: expected a round');
  return { ms: median(rounds.map(({ ms }) => ms)), learners: first.learners, people: first.people };
}

/** Forgets what was planned and lets the hour of digests and reminders come. */
async function comesRound(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('truncate deliveries cascade');
    await client.query(`
      update programs set next_digest_at = '2026-11-24 00:00Z' from mornings
      where programs.workspace_id = mornings.workspace_id and programs.id = mornings.id`);
    await client.query(`
      update members set next_reminder_at = '2026-11-24 00:00Z' from mornings, supporters s
      where s.workspace_id = mornings.workspace_id and s.program_id = mornings.id
        and members.workspace_id = s.workspace_id and members.user_id = s.user_id`);
  });
}

/** What stands in the deliveries. @throws {Error} when not everybody is on a digest and on a reminder. */
async function planned(url: string): Promise<{ learners: number; people: number }> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ kind: string; learners: number; people: number }>(`
      select kind, count(distinct learner_id)::int as learners, count(distinct (d.workspace_id, recipient))::int as people
      from deliveries d join delivery_learners l on l.workspace_id = d.workspace_id and l.delivery_id = d.id
      group by kind order by kind`),
  );
  const [digests, reminders] = rows;
  const expected = due.programs * due.learnersPerProgram;
  if (digests?.learners !== expected || reminders?.learners !== expected) {
    throw new Error(
      `planning: ${JSON.stringify(rows)}: expected ${expected} learners on digests and reminders`,
    );
  }
  return { learners: reminders.learners, people: reminders.people };
}
