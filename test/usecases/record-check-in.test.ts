import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { auditEvents, careTeam, checkIns, learners, pauses, programs, promises } from '../../src/db/schema';
import type { JobRequest } from '../../src/jobs/catalog';
import { correctCheckIn } from '../../src/usecases/correct-check-in';
import { recordCheckIn } from '../../src/usecases/record-check-in';
import { startWorld, type World } from '../support/world';
import { briefContent, logContact } from './log-contact';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeAll(async () => {
  world = await startWorld();
  program = await world.records.program();
});
afterAll(() => world.close());

const learner = (given: Parameters<World['records']['learner']>[1] = {}) =>
  world.records.learner(program, given);

async function now(id: string) {
  const [row] = await world.deps.db.select().from(learners).where(eq(learners.id, id));
  return row;
}

describe('recordCheckIn', () => {
  it.each([
    ['the program’s rhythm', {}, { dueOn: '2026-11-27', floorOn: '2026-12-01', reason: 'rhythm' }],
    [
      'the learner’s own rhythm',
      { rhythm: { kind: 'weekdays' as const, weekdays: [1] } },
      { dueOn: '2026-11-30', floorOn: '2026-12-01', reason: 'rhythm' },
    ],
    [
      'the floor',
      { rhythm: { kind: 'everyDays' as const, days: 20 } },
      { dueOn: '2026-12-01', floorOn: '2026-12-01', reason: 'floor' },
    ],
    [
      'the end of the course',
      { endsOn: '2026-11-26' },
      { dueOn: '2026-11-26', floorOn: '2026-12-01', reason: 'closing' },
    ],
    ['a course that is over', { endsOn: '2026-11-24' }, { dueOn: null, floorOn: null, reason: 'over' }],
  ])('finds the next contact by %s', async (_, given, next) => {
    const row = await learner(given);
    expect(await logContact(world, row)).toMatchObject({ next, repeated: false, learnerName: row.name });
    const { dueOn, floorOn, reason: dueReason } = next;
    expect(await now(row.id)).toMatchObject({ dueOn, floorOn, dueReason, dueSetOn: '2026-11-24' });
  });

  it('greets somebody who comes back from a break', async () => {
    const row = await learner();
    const { workspaceId, id: learnerId } = row;
    await world.deps.db
      .insert(pauses)
      .values({ workspaceId, learnerId, fromOn: '2026-11-26', toOn: '2026-12-06' });
    const { next } = await logContact(world, row);
    expect(next).toMatchObject({ dueOn: '2026-12-07', floorOn: '2026-12-07', reason: 'return' });
  });

  it('knows since when an answer is awaited: from the first message that had none', async () => {
    const row = await learner();
    await logContact(world, row, { outcome: 'sent', contactedOn: '2026-11-17' });
    await logContact(world, row, { outcome: 'sent', contactedOn: '2026-11-20' });
    expect(await now(row.id)).toMatchObject({ awaitingReplySince: '2026-11-17' });
    await logContact(world, row, { outcome: 'replied', contactedOn: '2026-11-21' });
    expect(await now(row.id)).toMatchObject({ awaitingReplySince: null });
    await logContact(world, row, { outcome: 'sent', contactedOn: '2026-11-24' });
    expect(await now(row.id)).toMatchObject({ awaitingReplySince: '2026-11-24' });
  });

  it('counts whose contacts the program lets count', async () => {
    await world.deps.db.update(programs).set({ countedRoles: ['companion'] });
    const row = await learner();
    await logContact(world, row, { contactedOn: '2026-11-20' });
    await logContact(world, row, {}, 'U0MORI');
    expect(await now(row.id)).toMatchObject({ lastContactOn: '2026-11-20', dueOn: '2026-11-24' });
    await world.deps.db.update(programs).set({ countedRoles: ['companion', 'cover'] });
  });

  it.each([
    ['mentor', 'mentor', true],
    ['mentor', 'cover', false],
    ['advisor', 'advisor', true],
    ['advisor', 'cover', false],
  ] as const)(
    'counts a contact by the %s only where the program counts a %s',
    async (role, counted, counts) => {
      await world.deps.db.update(programs).set({ countedRoles: [counted] });
      const row = await learner();
      await world.deps.db
        .insert(careTeam)
        .values({ workspaceId: row.workspaceId, learnerId: row.id, role, userId: 'U0MORI' });
      await logContact(world, row, {}, 'U0MORI');
      expect(await now(row.id)).toMatchObject({ lastContactOn: counts ? '2026-11-24' : null });
      await world.deps.db.update(programs).set({ countedRoles: ['companion', 'cover'] });
    },
  );

  it('keeps no promise of a mentor, whom nothing would remind of it', async () => {
    const row = await learner();
    const { db } = world.deps;
    await world.records.careTeam(row, 'mentor', 'U0MENT');
    const promise = { text: '記事を送る', dueOn: '2026-11-26' };
    const log = () => logContact(world, row, { promise }, 'U0MENT', 'V-mentor');
    const { checkInId } = await log();
    expect(await log()).toMatchObject({ repeated: true });
    const correction = { workspaceId: row.workspaceId, correctorId: 'U0MENT', checkInId, version: 1 };
    const content = { ...briefContent, note: '直しました', promise };
    await correctCheckIn(world.deps.context(), { ...correction, content });
    expect(await db.select().from(promises).where(eq(promises.learnerId, row.id))).toEqual([]);
  });

  it('finds a modal that was saved already, and refuses to lose what was changed in it since', async () => {
    const row = await learner();
    const other = await learner();
    const again = (to: typeof row, note: string) => logContact(world, to, { note }, 'U0AOI', 'V-once');
    expect(await again(row, '一度目')).toMatchObject({ repeated: false });
    expect(await again(row, '一度目')).toMatchObject({ repeated: true });
    await expect(again(row, '書き直し')).rejects.toMatchObject({ code: 'savedBefore' });
    await expect(again(other, '一度目')).rejects.toMatchObject({ code: 'savedBefore' });
  });

  it('takes a welcome before the course, whose first day stays the next contact', async () => {
    const row = await learner({ startedOn: '2026-12-01', lastContactOn: null, dueOn: '2026-12-01' });
    await logContact(world, row, { contactedOn: '2026-11-02' });
    expect(await now(row.id)).toMatchObject({ lastContactOn: '2026-11-02', dueOn: '2026-12-01' });
    await expect(logContact(world, row, { contactedOn: '2026-10-31' })).rejects.toMatchObject({
      code: 'contactBeforeCourse',
      params: [{ from: '2026-11-01' }],
    });
  });

  it('keeps the plan made since when an older contact is logged late, and ends it with a new one', async () => {
    const row = await learner({ plannedOn: '2026-11-26', planReason: '試験' });
    await logContact(world, row, { contactedOn: '2026-11-18' });
    expect(await now(row.id)).toMatchObject({ plannedOn: '2026-11-26', planReason: '試験' });
    await logContact(world, row);
    expect(await now(row.id)).toMatchObject({ plannedOn: null, planReason: null });
  });

  it('gives each of many who log at once their row, and the learner the latest day', async () => {
    const row = await learner();
    const days = ['2026-11-20', '2026-11-24', '2026-11-19', '2026-11-22'];
    await Promise.all(days.map((contactedOn) => logContact(world, row, { contactedOn })));
    const stored = await world.deps.db.select().from(checkIns).where(eq(checkIns.learnerId, row.id));
    expect(stored.map(({ contactedOn }) => contactedOn).sort()).toEqual([...days].sort());
    expect(await now(row.id)).toMatchObject({ lastContactOn: '2026-11-24' });
  });

  it('asks for every list that shows the learner to be drawn again, once it is posted', async () => {
    const row = await learner();
    const jobs: JobRequest[] = [];
    const enqueue = async (requests: readonly JobRequest[]) => {
      jobs.push(...requests);
    };
    const record = () =>
      recordCheckIn(
        { ...world.deps.context(), enqueue },
        {
          workspaceId: row.workspaceId,
          authorId: 'U0AOI',
          learnerId: row.id,
          content: briefContent,
          plan: null,
          sourcePermalink: null,
          submissionKey: randomUUID(),
        },
      );
    await record();
    expect(jobs).toEqual([]);
    world.clock.set('2026-11-27T00:00:00Z');
    await world.sweep();
    await record();
    expect(jobs.map(({ name }) => name)).toEqual(['refresh', 'refresh']);
    world.clock.set('2026-11-24T00:00:00Z');
  });

  it('writes nothing at all when a part cannot be written', async () => {
    const row = await learner();
    const promise = { text: '約束', dueOn: '2026-13-45' };
    await expect(logContact(world, row, { promise })).rejects.toThrow();
    for (const table of [checkIns, promises]) {
      expect(await world.deps.db.select().from(table).where(eq(table.learnerId, row.id))).toEqual([]);
    }
    expect(await now(row.id)).toMatchObject({ version: 1, lastContactOn: '2026-11-20' });
  });

  it('is audited without a word of what was written', async () => {
    const row = await learner();
    const { checkInId } = await logContact(world, row, { note: '内緒', learnerWords: '内緒' });
    const [event] = await world.deps.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, checkInId));
    expect(event).toMatchObject({
      action: 'check_in.recorded',
      actorId: 'U0AOI',
      details: { learnerId: row.id, contactedOn: '2026-11-24' },
    });
    expect(JSON.stringify(event)).not.toContain('内緒');
  });

  it.each([
    ['completed', 'learnerInactive'],
    ['withdrawn', 'learnerInactive'],
  ] as const)('refuses a learner who has %s', async (status, code) => {
    await expect(logContact(world, await learner({ status }))).rejects.toMatchObject({ code });
  });

  it('takes a contact with somebody who has a break', async () => {
    const row = await learner({ status: 'paused' });
    expect(await logContact(world, row)).toMatchObject({ repeated: false });
  });
});
