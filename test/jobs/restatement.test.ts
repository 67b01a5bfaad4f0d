import { sql } from 'drizzle-orm';
import { findRestatement } from '../../src/db/restatements';
import { learners, restatements } from '../../src/db/schema';
import { changePolicy } from '../../src/usecases/change-policy';
import { describeOnEachQueue } from '../support/queues';
import { logContact } from '../usecases/log-contact';
import { startWorkingWorld, type WorkingWorld } from './working-world';

describeOnEachQueue('a restatement', (queue) => {
  let world: WorkingWorld;
  beforeEach(async () => {
    // Before the hour of any list.
    world = await startWorkingWorld({ queue, at: '2026-11-23T15:00:00Z' });
    await world.deps.db.execute(sql`
      insert into learners (workspace_id, program_id, name, name_key, started_on, ends_on, companion_id, last_contact_on,
        due_on, floor_on, due_reason, due_set_on, created_at)
      select 'T0TEST', ${world.program.programId}, 'L' || n, 'l' || n, '2026-10-05', '2027-01-31', 'U0AOI', '2026-11-23',
        '2026-11-26', '2026-11-30', 'rhythm', '2026-11-23', now()
      from generate_series(1, 450) n`);
  });
  afterEach(() => world.close());

  const daily = () =>
    changePolicy(
      world.deps.context(),
      { workspaceId: 'T0TEST', programId: world.program.programId, leadId: 'U0LEAD' },
      { effectiveOn: '2026-11-24', contactsPerWeek: 7, floorDays: 5, reason: '合意' },
    );

  const finished = () =>
    world.eventually(async () => {
      const row = await findRestatement(world.deps.db, world.program);
      return row?.finishedAt ? row : undefined;
    }, 60_000);

  const counts = async () => {
    const { rows } = await world.deps.db.execute(sql`
      select due_on::text as due, count(*)::int as n from learners group by 1 order by 1`);
    return rows;
  };

  test('goes through all batches while contacts are logged, and overwrites none of these', async () => {
    const some = await world.deps.db.select().from(learners).orderBy(learners.id).limit(10);
    await daily();
    for (const learner of some) await logContact(world, learner);
    expect(await finished()).toMatchObject({ revision: 1, done: 450, total: 450 });
    expect(await counts()).toEqual([
      { due: '2026-11-24', n: 440 },
      { due: '2026-11-25', n: 10 },
    ]);
  }, 120_000);

  test('whose worker and job were lost half way goes on where it was', async () => {
    const [last] = await world.deps.db.select().from(learners).orderBy(learners.id).limit(1).offset(199);
    await daily();
    await finished();
    await world.deps.db.execute(sql`update learners set due_on = '2026-11-26', version = 1`);
    await world.deps.db.update(restatements).set({ finishedAt: null, afterId: last?.id ?? null, done: 200 });
    await finished();
    expect(await counts()).toEqual([
      { due: '2026-11-24', n: 250 },
      { due: '2026-11-26', n: 200 },
    ]);
    expect(world.logged()).not.toMatch(/"level":(50|60)/);
  }, 120_000);
});
