import { eq } from 'drizzle-orm';
import { learners, pauses } from '../../src/db/schema';
import { readRoster } from '../../src/roster/read';
import { changePolicy } from '../../src/usecases/change-policy';
import { importRoster } from '../../src/usecases/import-roster';
import { restateBatch } from '../../src/usecases/restate-program';
import { bytes, rosterText } from '../roster/roster-text';
import { somebodyWaits } from '../support/waiting';
import { startWorld, type World } from '../support/world';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
let learner: Awaited<ReturnType<World['records']['learner']>>;
beforeEach(async () => {
  world = await startWorld();
  program = await world.records.program();
  learner = await world.records.learner(program, { name: 'Aya' });
});
afterEach(() => world.close());

/** Holds the learner, lets something begin that waits for her, and gives her a break until Friday of next week. */
async function breakDuring(begin: () => Promise<unknown>): Promise<void> {
  const { workspaceId, id: learnerId } = learner;
  const { db } = world.deps;
  let begun: Promise<unknown> = Promise.resolve();
  await db.transaction(async (transaction) => {
    await transaction.select().from(learners).where(eq(learners.id, learnerId)).for('update');
    begun = begin();
    await somebodyWaits(db);
    await transaction
      .insert(pauses)
      .values({ workspaceId, learnerId, fromOn: '2026-11-24', toOn: '2026-12-04' });
    const dueDays = { dueOn: '2026-12-07', floorOn: '2026-12-07', dueReason: 'return' } as const;
    await transaction.update(learners).set(dueDays).where(eq(learners.id, learnerId));
  });
  await begun;
}

const now = async () => {
  const [row] = await world.deps.db.select().from(learners).where(eq(learners.id, learner.id));
  return row;
};

describe('a break that is entered while the learner is waited for', () => {
  it('by the next batch of a restatement is seen by it', async () => {
    await changePolicy(
      world.deps.context(),
      { workspaceId: 'T0TEST', programId: program.programId, leadId: 'U0LEAD' },
      { effectiveOn: '2026-11-24', contactsPerWeek: 7, floorDays: 7, reason: '合意' },
    );
    await breakDuring(() => restateBatch(world.deps.context(), program));
    expect(await now()).toMatchObject({ dueOn: '2026-12-07', dueReason: 'return' });
  });

  it('by an import is seen by it', async () => {
    const { name, startedOn: started_on, endsOn: ends_on } = learner;
    const row = { name, started_on, ends_on, companion: 'U0AOI', goal: 'QA' };
    const file = readRoster(bytes(rosterText(row)));
    await breakDuring(() => importRoster(world.deps.context(), program, file, { people: [], actorId: null }));
    expect(await now()).toMatchObject({ goal: 'QA', dueOn: '2026-12-07', dueReason: 'return' });
  });
});
