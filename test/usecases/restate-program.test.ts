import { eq, sql } from 'drizzle-orm';
import { findRestatement } from '../../src/db/restatements';
import { deliveries, homes, learners, pauses, policies, restatements } from '../../src/db/schema';
import type { JobRequest } from '../../src/jobs/catalog';
import { changePolicy } from '../../src/usecases/change-policy';
import type { Context } from '../../src/usecases/context';
import { previewPolicy } from '../../src/usecases/preview-policy';
import { restateBatch } from '../../src/usecases/restate-program';
import { takeBackPolicy } from '../../src/usecases/take-back-policy';
import { startWorld, type World } from '../support/world';
import { logContact } from './log-contact';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeEach(async () => {
  world = await startWorld();
  program = await world.records.program();
});
afterEach(() => world.close());

const lead = () => ({ workspaceId: 'T0TEST', programId: program.programId, leadId: 'U0LEAD' });
const today = '2026-11-24';

const set = (given: Partial<Parameters<typeof changePolicy>[2]> = {}) =>
  changePolicy(world.deps.context(), lead(), {
    effectiveOn: today,
    contactsPerWeek: 2,
    floorDays: 7,
    reason: '合意',
    ...given,
  });

/** So many learners who were contacted on the days before, each with a rhythm, a plan and pauses of her own or without. */
async function population(count: number) {
  await world.deps.db.execute(sql`
    insert into learners (workspace_id, program_id, name, name_key, started_on, ends_on, companion_id, rhythm,
      last_contact_on, planned_on, due_on, floor_on, due_reason, due_set_on, created_at)
    select 'T0TEST', ${program.programId}, '受講生' || n, '受講生' || n, '2026-10-05', date '2026-11-25' + n % 90, 'U0AOI',
      case n % 5 when 0 then '{"kind":"everyDays","days":2}'::jsonb when 1 then '{"kind":"weekdays","weekdays":[2,5]}'::jsonb end,
      case when n % 7 <> 0 then date '2026-11-23' - n % 6 end,
      case when n % 4 = 0 then date '2026-11-25' + n % 3 end,
      '2026-11-24', '2026-11-27', 'rhythm', '2026-11-20', now()
    from generate_series(1, ${count}) n`);
  await world.deps.db.execute(sql`
    insert into pauses (workspace_id, learner_id, from_on, to_on)
    select workspace_id, id, date '2026-11-22' + (length(name) % 3), '2026-11-29' from learners where name like '%3'`);
}

async function dueDays() {
  const rows = await world.deps.db
    .select({ id: learners.id, dueOn: learners.dueOn, floorOn: learners.floorOn, version: learners.version })
    .from(learners)
    .orderBy(learners.id);
  return rows.map(({ version: _, ...days }) => days);
}

const progress = () => findRestatement(world.deps.db, program);
const batch = (context: Context = world.deps.context()) => restateBatch(context, program);
/** Without the lists: only what the jobs of a restatement do. */
async function finish() {
  do await batch();
  while (!(await progress())?.finishedAt);
}

async function now(id: string) {
  const [row] = await world.deps.db.select().from(learners).where(eq(learners.id, id));
  return row;
}

describe('restating a program', () => {
  it('brings every active learner to the policy in force, and nobody else', async () => {
    const active = await world.records.learner(program);
    const paused = await world.records.learner(program, { status: 'paused' });
    const left = await world.records.learner(program, { status: 'withdrawn' });
    await set({ contactsPerWeek: 1, floorDays: 5 });
    await finish();
    expect(await now(active.id)).toMatchObject({
      dueOn: '2026-11-25',
      floorOn: '2026-11-25',
      dueReason: 'floor',
      dueSetOn: today,
      version: 2,
    });
    for (const { id } of [paused, left]) expect(await now(id)).toMatchObject({ dueOn: today, version: 1 });
    expect(await progress()).toMatchObject({ done: 1, total: 1, finishedAt: world.clock.now() });
  });

  it('writes only what differs, marks the lists of those alone and the team’s Homes, and may be run twice', async () => {
    const changed = await world.records.learner(program);
    const same = await world.records.learner(program, {
      rhythm: { kind: 'everyDays', days: 3 },
      dueOn: today,
      companionId: 'U0MORI',
    });
    for (const userId of ['U0AOI', 'U0MORI']) {
      await world.deps.db.insert(homes).values({
        workspaceId: 'T0TEST',
        userId,
        openedAt: world.clock.now(),
        shownRevision: 1,
      });
    }
    await world.sweep();
    await set({ contactsPerWeek: 1 });
    await batch();
    await batch();
    expect([(await now(changed.id))?.version, (await now(same.id))?.version]).toEqual([2, 1]);
    const lists = await world.deps.db
      .select({ recipient: deliveries.recipient, wanted: deliveries.wantedRevision })
      .from(deliveries);
    expect(Object.fromEntries(lists.map(({ recipient, wanted }) => [recipient, wanted]))).toEqual({
      C0TEAM: 1,
      U0AOI: 1,
      U0MORI: 0,
    });
    const stale = await world.deps.db.select().from(homes).where(sql`wanted_revision > shown_revision`);
    expect(stale.map(({ userId, wantedRevision }) => [userId, wantedRevision]).sort()).toEqual([
      ['U0AOI', 2],
      ['U0MORI', 2],
    ]);
  });

  it('goes on where it was after a crash, and starts over for a newer change', async () => {
    await population(450);
    await set({ contactsPerWeek: 7 });
    await batch();
    expect(await progress()).toMatchObject({ done: 200, total: 450, finishedAt: null });
    const queued: JobRequest[] = [];
    const context = {
      ...world.deps.context(),
      enqueue: async (jobs: readonly JobRequest[]) => void queued.push(...jobs),
    };
    await batch(context);
    expect(queued.filter(({ name }) => name === 'restate').map(({ id }) => id)).toEqual([
      `restate-${program.programId}-1-400`,
    ]);
    await set({ contactsPerWeek: 1, floorDays: 4 });
    expect(await progress()).toMatchObject({ done: 0, revision: 2, afterId: null });
    await finish();
    expect(await progress()).toMatchObject({ done: 450, total: 450 });
    const once = await dueDays();
    await world.deps.db.update(restatements).set({ finishedAt: null, afterId: null, done: 0 });
    await finish();
    expect(await dueDays()).toEqual(once);
  });

  it('counts learners who come while it runs, and those who leave', async () => {
    await population(201);
    await set();
    await batch();
    const [first] = await world.deps.db.select().from(learners).orderBy(learners.id).limit(1);
    await world.records.learner(program, { id: 'ffffffff-ffff-4fff-bfff-ffffffffffff' });
    await world.deps.db
      .update(learners)
      .set({ status: 'withdrawn' })
      .where(eq(learners.id, first?.id ?? ''));
    await finish();
    expect(await progress()).toMatchObject({ done: 202, total: 202, finishedAt: world.clock.now() });
  });

  it('makes nobody who logs a contact wait, and overwrites nothing that was logged', async () => {
    await population(400);
    await set({ contactsPerWeek: 7 });
    const some = await world.deps.db.select().from(learners).limit(40);
    const work = async () => {
      for (;;) {
        await batch().catch((error: Error) => expect(error).toMatchObject({ cause: { code: '55P03' } }));
        if ((await progress())?.finishedAt) return;
      }
    };
    const log = async (from: number) => {
      for (const learner of some.slice(from, from + 10)) await logContact(world, learner);
    };
    await Promise.all([work(), work(), ...[0, 10, 20, 30].map(log)]);
    for (const { id } of some) {
      expect(await now(id)).toMatchObject({ lastContactOn: today });
      expect((await now(id))?.dueOn ?? '9999').not.toBe(today);
    }
    const reached = await dueDays();
    await world.deps.db.update(restatements).set({ finishedAt: null, afterId: null, done: 0 });
    await finish();
    expect(await dueDays()).toEqual(reached);
  });

  it('lets go of everybody when one learner is held for long, and a check-in succeeds meanwhile', async () => {
    await population(3);
    const [held, free] = await world.deps.db.select().from(learners).orderBy(learners.id);
    if (!held || !free) throw new Error('learners: expected three');
    await set({ contactsPerWeek: 7 });
    await world.deps.db.transaction(async (db) => {
      await db.select().from(learners).where(eq(learners.id, held.id)).for('update');
      const waiting = batch();
      const contact = await logContact(world, free);
      expect(contact.repeated).toBe(false);
      await expect(waiting).rejects.toMatchObject({ cause: { code: '55P03' } });
    });
    await finish();
    expect(await progress()).toMatchObject({ done: 3 });
  });
});

describe('a policy', () => {
  const rows = () => world.deps.db.select().from(policies).orderBy(policies.setAt, policies.effectiveOn);

  async function takeBackLast() {
    await takeBackPolicy(world.deps.context(), lead(), (await rows()).at(-1)?.id ?? '');
  }

  it('of a later day takes effect at midnight of that day in the program’s zone', async () => {
    const learner = await world.records.learner(program, {
      lastContactOn: '2026-11-24',
      dueOn: '2026-11-27',
    });
    await set({ effectiveOn: '2026-11-26', contactsPerWeek: 7 });
    await world.sweep();
    world.clock.set('2026-11-25T14:59:00Z');
    await world.sweep();
    expect(await now(learner.id)).toMatchObject({ dueOn: '2026-11-27', version: 1 });
    world.clock.set('2026-11-25T15:00:00Z');
    await world.sweep();
    expect(await now(learner.id)).toMatchObject({ dueOn: '2026-11-25', dueSetOn: '2026-11-26' });
    expect(await progress()).toMatchObject({ nextAt: null, done: 1 });
  });

  it('of a later day is still waited for when one for today is set, and one after the other comes', async () => {
    await set({ effectiveOn: '2026-12-10', floorDays: 9 });
    await set({ effectiveOn: '2026-12-01', floorDays: 6 });
    await set({ floorDays: 5 });
    expect(await progress()).toMatchObject({ nextAt: new Date('2026-11-30T15:00:00Z') });
    world.clock.set('2026-12-05T00:00:00Z');
    await world.sweep();
    expect(await progress()).toMatchObject({ revision: 2, nextAt: new Date('2026-12-09T15:00:00Z') });
  });

  it.each([
    ['another one is planned', () => set({ effectiveOn: '2026-12-10', floorDays: 9 })],
    ['the one after it is taken back', takeBackLast],
  ])('whose day has come takes effect also when %s before a sweep has seen it', async (_, change) => {
    const learner = await world.records.learner(program, { lastContactOn: today, dueOn: '2026-11-27' });
    await set({ effectiveOn: '2026-11-26', contactsPerWeek: 7 });
    await set({ effectiveOn: '2026-12-17', floorDays: 9 });
    world.clock.set('2026-11-26T00:00:00Z');
    await change();
    await world.sweep();
    expect(await now(learner.id)).toMatchObject({ dueOn: '2026-11-25', dueSetOn: '2026-11-26' });
  });

  it('set twice for one day replaces the first, which stays in the history; the same again changes nothing', async () => {
    expect(await set({ effectiveOn: '2026-12-01', floorDays: 6 })).toEqual({ repeated: false });
    world.clock.set('2026-11-24T01:00:00Z');
    expect(await set({ effectiveOn: '2026-12-01', floorDays: 5 })).toEqual({ repeated: false });
    expect(await set({ effectiveOn: '2026-12-01', floorDays: 5 })).toEqual({ repeated: true });
    expect(await rows()).toMatchObject([
      { effectiveOn: '2026-01-01', endedAt: null, setBy: null },
      {
        effectiveOn: '2026-12-01',
        floorDays: 6,
        endedAt: world.clock.now(),
        endedBy: 'U0LEAD',
        reason: '合意',
      },
      { effectiveOn: '2026-12-01', floorDays: 5, endedAt: null, setBy: 'U0LEAD' },
    ]);
  });

  it('is refused for the past and for a far future', async () => {
    await expect(set({ effectiveOn: '2026-11-23' })).rejects.toMatchObject({ code: 'policyInPast' });
    await expect(set({ effectiveOn: '2028-01-01' })).rejects.toMatchObject({ code: 'policyTooFar' });
    expect(await rows()).toHaveLength(1);
  });
});

describe('the preview of a policy', () => {
  const policies: [contactsPerWeek: number, floorDays: number][] = [
    [7, 7],
    [1, 10],
    [3, 2],
    [2, 5],
    [2, 7],
    [1, 60],
  ];

  it.each(policies)('tells what %d a week and every %d days then do', async (contactsPerWeek, floorDays) => {
    await population(230);
    await set();
    await finish();
    const before = new Map((await dueDays()).map(({ id, ...days }) => [id, days]));
    const told = await previewPolicy(world.deps.context(), lead(), {
      effectiveOn: today,
      contactsPerWeek,
      floorDays,
    });
    await set({ contactsPerWeek, floorDays });
    await finish();
    const pairs = (await dueDays()).map(({ id, ...after }) => ({ before: before.get(id), after }));
    const count = (holds: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(holds).length;
    const day = (days: { dueOn: string | null } | undefined) => days?.dueOn ?? '9999';
    const past = (days: { dueOn: string | null; floorOn: string | null } | undefined) =>
      days?.dueOn != null && (days.floorOn ?? '9999') < today;
    expect(told).toEqual({
      earlier: count((pair) => day(pair.after) < day(pair.before)),
      later: count((pair) => day(pair.after) > day(pair.before)),
      breached: count((pair) => past(pair.after) && !past(pair.before)),
      counted: 230,
      total: 230,
    });
  });

  it('writes nothing', async () => {
    await population(5);
    const before = await dueDays();
    await previewPolicy(world.deps.context(), lead(), {
      effectiveOn: '2026-12-01',
      contactsPerWeek: 7,
      floorDays: 1,
    });
    expect(await dueDays()).toEqual(before);
    expect(await progress()).toBeNull();
    expect(await world.deps.db.select().from(pauses)).toHaveLength(1);
  });
});
