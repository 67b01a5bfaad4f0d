import { eq } from 'drizzle-orm';
import { findHome, noteHomeOpened } from '../../src/db/homes';
import { auditEvents, checkIns, deliveries, learners, promises } from '../../src/db/schema';
import { correctCheckIn } from '../../src/usecases/correct-check-in';
import { keepPromise } from '../../src/usecases/keep-promise';
import { movePromise } from '../../src/usecases/move-promise';
import { planReminders } from '../../src/usecases/plan-reminders';
import { startWorld, type World } from '../support/world';
import { briefContent, logContact } from './log-contact';

const key = { workspaceId: 'T0TEST', userId: 'U0AOI' };
const promised = { text: '記事を送る', dueOn: '2026-11-24' };
let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeEach(async () => {
  world = await startWorld();
  program = await world.records.program();
});
afterEach(() => world.close());

/** A learner of U0AOI's who isn't due for long, and so on no list. */
const quiet = (given: Parameters<World['records']['learner']>[1] = {}) =>
  world.records.learner(program, {
    lastContactOn: null,
    dueOn: '2026-12-28',
    floorOn: '2026-12-28',
    ...given,
  });

const asked = (promiseId: string, supporterId = 'U0AOI') => ({
  workspaceId: 'T0TEST',
  supporterId,
  promiseId,
});
const keep = (id: string, who?: string) => keepPromise(world.deps.context(), asked(id, who));
const move = (id: string, to: string, who?: string) =>
  movePromise(world.deps.context(), { ...asked(id, who), to });

async function now(id: string) {
  const [row] = await world.deps.db.select().from(promises).where(eq(promises.id, id));
  return row;
}

async function audited(subjectId: string) {
  const rows = await world.deps.db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId));
  return rows.map(({ action, details }) => [action, details]);
}

describe('keepPromise', () => {
  it('is done once by one of many who press at once, and told to whoever comes after', async () => {
    const { id } = await world.records.promise(await quiet());
    const people = ['U0AOI', 'U0MORI', 'U0LEAD', 'U0AOI'];
    const results = await Promise.allSettled(people.map((who) => keep(id, who)));
    const row = await now(id);
    const won = people.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(new Set(won)).toEqual(new Set([row?.keptBy]));
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'promiseKept', params: [{ name: expect.any(String) }] },
    });
    expect((await audited(id)).map(([action]) => action)).toEqual(['promise.kept']);
  });

  it('stays possible when the learner has left, and is for the program’s supporters alone', async () => {
    const learner = await quiet();
    const { id } = await world.records.promise(learner);
    await world.deps.db.update(learners).set({ status: 'withdrawn' }).where(eq(learners.id, learner.id));
    await world.records.member('U0MENT');
    await expect(keep(id, 'U0MENT')).rejects.toMatchObject({ code: 'promiseGone' });
    expect(await keep(id)).toMatchObject({ repeated: false });
    expect(await keep(id)).toMatchObject({ repeated: true });
  });
});

describe('movePromise', () => {
  it('moves to another day, keeps the history of days, and says nothing twice', async () => {
    const { id } = await world.records.promise(await quiet());
    expect(await move(id, '2026-11-27')).toMatchObject({ dueOn: '2026-11-27', repeated: false });
    expect(await move(id, '2026-11-27')).toMatchObject({ repeated: true });
    expect(await move(id, '2026-11-24', 'U0MORI')).toMatchObject({ repeated: false });
    expect(await audited(id)).toEqual([
      ['promise.moved', expect.objectContaining({ from: '2026-11-24', to: '2026-11-27' })],
      ['promise.moved', expect.objectContaining({ from: '2026-11-27', to: '2026-11-24' })],
    ]);
    expect(JSON.stringify(await audited(id))).not.toContain(promised.text);
  });

  it('is refused into the past, and once it is kept', async () => {
    const { id } = await world.records.promise(await quiet());
    await expect(move(id, '2026-11-23')).rejects.toMatchObject({ code: 'promiseDatePast' });
    await keep(id, 'U0MORI');
    await expect(move(id, '2026-11-30')).rejects.toMatchObject({
      code: 'promiseKept',
      params: [{ name: '森' }],
    });
    expect(await now(id)).toMatchObject({ dueOn: '2026-11-24' });
  });
});

describe('a promise and the correction of its check-in', () => {
  const correct = (checkInId: string, version: number, promise: typeof promised | null) =>
    correctCheckIn(world.deps.context(), {
      workspaceId: 'T0TEST',
      correctorId: 'U0AOI',
      checkInId,
      version,
      content: { ...briefContent, promise },
    });
  const made = async () => {
    const { checkInId } = await logContact(world, await quiet(), { promise: promised });
    const [row] = await world.deps.db.select().from(promises).where(eq(promises.checkInId, checkInId));
    return { checkInId, id: row?.id ?? '' };
  };

  it('stays kept, whatever its words become', async () => {
    const { checkInId, id } = await made();
    await keep(id);
    await correct(checkInId, 1, { text: '記事を二本送る', dueOn: '2026-11-30' });
    expect(await now(id)).toMatchObject({ text: '記事を二本送る', dueOn: '2026-11-30', keptBy: 'U0AOI' });
    await correct(checkInId, 2, null);
    await expect(keep(id)).rejects.toMatchObject({ code: 'promiseGone' });
  });

  it('is not moved back by a correction that was opened before', async () => {
    const { checkInId, id } = await made();
    await move(id, '2026-11-27');
    await expect(correct(checkInId, 1, promised)).rejects.toMatchObject({ code: 'changedMeanwhile' });
    expect(await now(id)).toMatchObject({ dueOn: '2026-11-27' });
    const [{ version = 0 } = {}] = await world.deps.db
      .select()
      .from(checkIns)
      .where(eq(checkIns.id, checkInId));
    expect(await correct(checkInId, version, { ...promised, dueOn: '2026-11-30' })).toBeDefined();
  });
});

describe('whoever shows a promise', () => {
  it('is drawn again when one comes, moves and is kept, though its learner is on no list', async () => {
    await world.records.learner(program);
    await world.sweep();
    await noteHomeOpened(world.deps.db, key, world.clock.now());
    const wanted = async () => {
      const lists = await world.deps.db.select().from(deliveries).where(eq(deliveries.live, true));
      const home = await findHome(world.deps.db, key);
      const of = (recipient: string) => lists.find((list) => list.recipient === recipient)?.wantedRevision;
      return [of('C0TEAM'), of('U0AOI'), home?.wantedRevision].map(Number);
    };
    const [digest = 0, reminder = 0, home = 0] = await wanted();
    const { checkInId } = await logContact(
      world,
      await quiet({ companionId: 'U0MORI' }),
      { promise: promised },
      'U0AOI',
    );
    const [row] = await world.deps.db.select().from(promises).where(eq(promises.checkInId, checkInId));
    expect(await wanted()).toEqual([digest + 1, reminder + 1, home + 1]);
    await move(row?.id ?? '', '2026-11-25', 'U0LEAD');
    await keep(row?.id ?? '', 'U0LEAD');
    expect(await wanted()).toEqual([digest + 3, reminder + 3, home + 3]);
  });
});

describe('the reminder', () => {
  const recipients = async () => {
    await world.deps.db.update(deliveries).set({ live: false });
    await planReminders(world.deps.context(), 100);
    const rows = await world.deps.db.select().from(deliveries).where(eq(deliveries.kind, 'reminder'));
    return rows.filter(({ live }) => live).map(({ recipient }) => recipient);
  };

  it.each([
    ['today', '2026-11-24', '2026-11-24', ['U0AOI']],
    ['on Saturday, from Friday', '2026-11-28', '2026-11-27', ['U0AOI']],
    ['tomorrow', '2026-11-25', '2026-11-24', []],
    ['yesterday', '2026-11-23', '2026-11-24', []],
  ])('is sent for a promise alone that falls due %s', async (_, dueOn, today, expected) => {
    await world.records.promise(await quiet(), { dueOn });
    const at = `${today}T00:00:00Z`;
    world.clock.set(at);
    await world.deps.db.execute(`update members set next_reminder_at = '${at}'`);
    expect(await recipients()).toEqual(expected);
  });

  it('is not sent for what was kept, nor for a program that she has left', async () => {
    const { id } = await world.records.promise(await quiet());
    await keep(id);
    const elsewhere = await world.records.program({
      name: '別の講座',
      channelId: 'C0OTHER',
      people: ['U0MENT'],
    });
    await world.records.promise(await world.records.learner(elsewhere, { dueOn: null, floorOn: null }), {
      madeBy: 'U0AOI',
    });
    expect(await recipients()).toEqual([]);
  });
});
