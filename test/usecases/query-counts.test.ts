import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import * as schema from '../../src/db/schema';
import { buildHome } from '../../src/usecases/build-home';
import type { Context } from '../../src/usecases/context';
import { openLearnerCard } from '../../src/usecases/open-learner-card';
import { recordAbsence } from '../../src/usecases/record-absence';
import { startWorld, type World } from '../support/world';

type Program = Awaited<ReturnType<World['records']['program']>>;
type Learner = Awaited<ReturnType<World['records']['learner']>>;

const workspaceId = 'T0TEST';
let world: World;
let program: Program;
beforeEach(async () => {
  world = await startWorld();
  program = await world.records.program();
});
afterEach(() => world.close());

/** How many statements reach the database. */
async function queriesOf(work: (context: Context) => Promise<unknown>): Promise<number> {
  const pool = new Pool({ connectionString: world.databaseUrl });
  let count = 0;
  const logger = {
    logQuery: () => {
      count += 1;
    },
  };
  await work({ ...world.deps.context(), db: drizzle(pool, { logger }) });
  await pool.end();
  return count;
}

/** Somebody who is due, somebody who is watched, somebody who comes later and somebody without anybody, with a promise and a missed minimum. */
async function addLearners(of: Program): Promise<Learner> {
  const due = await world.records.learner(of);
  await world.records.promise(due);
  const later = { dueOn: '2026-12-08', floorOn: '2026-12-08' };
  await world.records.learner(of, { ...later, watching: true, planReason: '論文' });
  await world.records.learner(of, later);
  const nobodys = await world.records.learner(of, { companionId: null });
  await world.deps.db.insert(schema.breaches).values({
    ...{ workspaceId, programId: of.programId, learnerId: nobodys.id },
    ...{ floorOn: '2026-11-10', sinceOn: '2026-11-03', recordedAt: world.clock.now() },
  });
  return due;
}

const away = (userId: string, coverId: string, on: string) =>
  recordAbsence(world.deps.context(), {
    ...{ workspaceId, userId, coverId, from: on, to: on, note: '', submissionKey: `${userId}-${on}` },
  });

describe('a Home', () => {
  it.each([
    ['a supporter', 'U0AOI'],
    ['a lead', 'U0LEAD'],
  ])('of %s asks as much of four programs with forty learners as of one with four', async (_, userId) => {
    const built = (): Promise<number> =>
      queriesOf(({ db, now }) => buildHome(db, { workspaceId, userId }, now));
    await addLearners(program);
    await away('U0AOI', 'U0MORI', '2026-12-01');
    await away('U0MORI', 'U0AOI', '2026-12-02');
    const few = await built();
    const others = await Promise.all(
      ['C1', 'C2', 'C3'].map((channelId) =>
        world.records.program({ name: channelId, channelId, people: ['U0AOI', 'U0MORI', 'U0KUDO'] }),
      ),
    );
    for (const of of [program, ...others, program, ...others, program]) await addLearners(of);
    await away('U0AOI', 'U0KUDO', '2026-12-03');
    await away('U0KUDO', 'U0AOI', '2026-12-04');
    expect(few).toBeGreaterThan(5);
    expect(await built()).toBe(few);
  });
});

describe('a learner’s card', () => {
  it('asks as much for many check-ins, promises and breaks as for one', async () => {
    const learner = await addLearners(program);
    const opened = () =>
      queriesOf((context) =>
        openLearnerCard(context, { workspaceId, viewerId: 'U0AOI', learnerId: learner.id }),
      );
    const few = await opened();
    for (let n = 1; n < 10; n += 1) {
      await world.records.promise(learner);
      const day = `2026-12-${10 + n}`;
      await world.deps.db
        .insert(schema.pauses)
        .values({ workspaceId, learnerId: learner.id, fromOn: day, toOn: day });
    }
    expect(few).toBeGreaterThan(0);
    expect(await opened()).toBe(few);
  });
});
