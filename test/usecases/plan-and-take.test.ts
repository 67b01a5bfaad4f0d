import { eq } from 'drizzle-orm';
import { auditEvents, learners } from '../../src/db/schema';
import { planContact } from '../../src/usecases/plan-contact';
import { takeLearner } from '../../src/usecases/take-learner';
import { startWorld, type World } from '../support/world';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeAll(async () => {
  world = await startWorld();
  program = await world.records.program();
});
afterAll(() => world.close());

async function contacted(given: Parameters<World['records']['learner']>[1] = {}) {
  const row = await world.records.learner(program, given);
  await world.records.checkIn(row, { contactedOn: '2026-11-20' });
  return row;
}

async function audited(subjectId: string): Promise<string[]> {
  const rows = await world.deps.db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId));
  return rows.map(({ action }) => action);
}

async function now(id: string) {
  const [row] = await world.deps.db.select().from(learners).where(eq(learners.id, id));
  return row;
}

describe('planContact', () => {
  const plan = (learnerId: string, on: string, reason = '試験', supporterId = 'U0AOI') =>
    planContact(world.deps.context(), {
      workspaceId: 'T0TEST',
      supporterId,
      learnerId,
      plan: { on, reason },
    });

  it('is done once, however often it is asked for, and says so', async () => {
    const { id } = await contacted();
    expect(await plan(id, '2026-11-26')).toMatchObject({
      repeated: false,
      next: { dueOn: '2026-11-26' },
    });
    expect(await plan(id, '2026-11-26')).toMatchObject({ repeated: true, next: { dueOn: '2026-11-26' } });
    expect(await audited(id)).toEqual(['learner.contact_planned']);
    expect(await plan(id, '2026-11-26', '別の理由')).toMatchObject({ repeated: false });
  });

  it('goes to the next working day when the day is none, but never past the floor', async () => {
    const weekend = await contacted({ rhythm: { kind: 'everyDays', days: 2 } });
    await world.records.checkIn(weekend, { contactedOn: '2026-11-24' });
    await world.deps.db
      .update(learners)
      .set({ lastContactOn: '2026-11-24', dueOn: '2026-11-26', floorOn: '2026-12-01' })
      .where(eq(learners.id, weekend.id));
    const { next } = await plan(weekend.id, '2026-11-28');
    expect(next).toMatchObject({ dueOn: '2026-11-30', reason: 'planned' });
  });

  it.each([
    ['2026-11-28', 'planPastFloor'],
    ['2026-11-24', 'planNotAfterToday'],
  ])('refuses %s: %s', async (on, code) => {
    const { id } = await contacted();
    await expect(plan(id, on)).rejects.toMatchObject({ code });
    expect(await now(id)).toMatchObject({ plannedOn: null, version: 1 });
  });

  it('goes back to the rhythm, once', async () => {
    const { id } = await contacted();
    await plan(id, '2026-11-26');
    const back = () =>
      planContact(world.deps.context(), {
        workspaceId: 'T0TEST',
        supporterId: 'U0MORI',
        learnerId: id,
        plan: null,
      });
    expect(await back()).toMatchObject({ repeated: false, next: { dueOn: '2026-11-24', reason: 'rhythm' } });
    expect(await now(id)).toMatchObject({
      plannedOn: null,
      planReason: null,
      plannedBy: null,
      watching: false,
    });
    expect(await back()).toMatchObject({ repeated: true });
    expect(await audited(id)).toEqual(['learner.contact_planned', 'learner.plan_dropped']);
  });

  it('refuses when nothing more is due, and whoever doesn’t support the program', async () => {
    const over = await contacted({ dueOn: null, floorOn: null, dueReason: 'over' });
    await expect(plan(over.id, '2026-11-25')).rejects.toMatchObject({ code: 'nothingToPlan' });
    const { id } = await contacted();
    await expect(plan(id, '2026-11-25', 'x', 'U0MENT')).rejects.toMatchObject({
      code: 'learnerElsewhere',
    });
  });
});

describe('takeLearner', () => {
  const take = (learnerId: string, supporterId: string) =>
    takeLearner(world.deps.context(), { workspaceId: 'T0TEST', supporterId, learnerId, forGood: true });

  it('gives a learner to exactly one of many who ask at once', async () => {
    const { id } = await contacted({ companionId: null });
    const asked = ['U0AOI', 'U0MORI', 'U0LEAD', 'U0AOI', 'U0MORI'];
    const results = await Promise.allSettled(asked.map((supporterId) => take(id, supporterId)));
    const row = await now(id);
    const won = asked.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(new Set(won)).toEqual(new Set([row?.companionId]));
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'askForHandover' },
    });
    expect(await audited(id)).toEqual(['learner.taken']);
  });

  it('leaves a learner to a companion who is there, and says whom to ask', async () => {
    const { id } = await contacted();
    await expect(take(id, 'U0MORI')).rejects.toMatchObject({
      code: 'askForHandover',
      params: [{ name: '青木' }],
    });
    expect(await now(id)).toMatchObject({ companionId: 'U0AOI' });
  });
});
