import { eq } from 'drizzle-orm';
import {
  absences,
  coverRequests,
  deliveries,
  deliveryLearners,
  learners,
  members,
} from '../../src/db/schema';
import { addDays, type LocalDate, localDateAt, weekdayOf } from '../../src/domain/dates';
import { buildDigest } from '../../src/usecases/build-digest';
import { planDigests } from '../../src/usecases/plan-digests';
import { planReminders } from '../../src/usecases/plan-reminders';
import { startWorld, type World } from '../support/world';

/**
 * Two weeks of a team whose program is in Tokyo and who are there or in Los Angeles; nobody is contacted, so that every
 * list shows how it was planned. The weekend before, Friday's hours come in Los Angeles.
 */
const firstDay = '2026-11-30';
const dayCount = 14;
const weekend = 2;
const team = ['U0AOI', 'U0MORI', 'U0LEAD'];
const hours: Record<string, string> = { U0AOI: '08:00', U0MORI: '09:00', U0LEAD: '10:00' };
const zones = ['Asia/Tokyo', 'America/Los_Angeles'];
/** Those hours in Tokyo's time, as both zones have them in winter. */
const steps = ['01:00', '02:00', '03:00', '08:00', '09:00', '10:00'];

/** A repeatable dice (mulberry32). */
function dice(seed: number) {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (n: number) => Math.floor(roll() * n),
    chance: (share: number) => roll() < share,
    some: <T>(all: readonly T[]): T[] => all.filter(() => roll() < 0.6),
  };
}

interface Person {
  /** Null: the program's. */
  weekdays: number[] | null;
  away: { from: LocalDate; to: LocalDate } | null;
}

interface Told {
  userId: string;
  /** Where she is … */
  on: LocalDate;
  /** … and where the program is. */
  programOn: LocalDate;
}

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
let people: Map<string, Person>;
let ids: string[];

const seeds = [1, 2, 3, 11, 12, 24];

/** How often, over all seeds, a due learner had somebody who acts, and how often nobody. */
const met = { acted: 0, uncovered: 0 };

/** Random zones, days, absences and covers for the team, and learners who fall due within the two weeks. */
async function deal(seed: number): Promise<void> {
  const roll = dice(seed);
  const { db } = world.deps;
  const { workspaceId } = program;
  people = new Map();
  for (const userId of team) {
    const zone = zones[roll.below(zones.length)];
    const weekdays = roll.chance(0.25) ? null : roll.some([1, 2, 3, 4, 5]);
    const from = addDays(firstDay, roll.below(dayCount));
    const away = roll.chance(0.7) ? { from, to: addDays(from, roll.below(6)) } : null;
    const person = { weekdays: weekdays?.length === 0 ? [3] : weekdays, away };
    people.set(userId, person);
    await db
      .update(members)
      .set({ zone, workingWeekdays: person.weekdays, startsAt: hours[userId] })
      .where(eq(members.userId, userId));
    if (!away) continue;
    const [absence] = await db
      .insert(absences)
      .values({
        workspaceId,
        userId,
        fromOn: away.from,
        toOn: away.to,
        submissionKey: `${seed}-${userId}`,
        createdAt: world.clock.now(),
      })
      .returning();
    const others = team.filter((one) => one !== userId);
    const toId = others[roll.below(others.length)] ?? '';
    if (!roll.chance(0.8)) continue;
    await db.insert(coverRequests).values({
      workspaceId,
      absenceId: absence?.id ?? null,
      fromId: userId,
      toId,
      askedBy: userId,
      extent: 'everyone',
      status: 'accepted',
      submissionKey: `${seed}-${userId}`,
      askedAt: world.clock.now(),
      answeredAt: world.clock.now(),
    });
  }
  ids = [];
  for (let n = 0; n < 80; n += 1) {
    const dueOn = workday(addDays(firstDay, roll.below(dayCount)));
    const row = await world.records.learner(program, {
      companionId: team[roll.below(team.length)] ?? null,
      lastContactOn: '2026-11-27',
      dueSetOn: '2026-11-27',
      dueOn,
      floorOn: addDays(dueOn, roll.below(4)),
    });
    ids.push(row.id);
  }
}

function workday(on: LocalDate): LocalDate {
  return weekdayOf(on) > 5 ? workday(addDays(on, 1)) : on;
}

const isOff = (userId: string, on: LocalDate) => {
  const { weekdays = null, away = null } = people.get(userId) ?? {};
  return (
    !(weekdays ?? [1, 2, 3, 4, 5]).includes(weekdayOf(on)) ||
    (away !== null && away.from <= on && on <= away.to)
  );
};

/** What each learner's reminders were, and who acted for her in the digest of each day: null where she needs cover. */
async function liveThrough() {
  const told = new Map<string, Told[]>(ids.map((id) => [id, []]));
  const shown: { on: LocalDate; actors: Map<string, string | null> }[] = [];
  for (let n = -weekend; n < dayCount; n += 1) {
    const on = addDays(firstDay, n);
    for (const hour of steps) {
      world.clock.set(new Date(`${on}T${hour}:00+09:00`));
      await planReminders(world.deps.context(), 100);
      if (hour === '09:00') await planDigests(world.deps.context(), 100);
    }
    shown.push({ on, actors: await digestOf(on) });
  }
  const { db } = world.deps;
  const rows = await db
    .select({
      learnerId: deliveryLearners.learnerId,
      userId: deliveries.recipient,
      on: deliveries.onDate,
      madeAt: deliveries.createdAt,
    })
    .from(deliveryLearners)
    .innerJoin(deliveries, eq(deliveries.id, deliveryLearners.deliveryId))
    .where(eq(deliveries.kind, 'reminder'));
  for (const { learnerId, madeAt, ...one } of rows) {
    told.get(learnerId)?.push({ ...one, programOn: localDateAt(madeAt, 'Asia/Tokyo') });
  }
  return { told, shown };
}

async function digestOf(on: LocalDate): Promise<Map<string, string | null>> {
  const { db } = world.deps;
  const all = await db.select().from(deliveries).where(eq(deliveries.onDate, on));
  const actors = new Map<string, string | null>();
  for (const digest of all.filter(({ kind }) => kind === 'digest')) {
    const built = await buildDigest(db, digest, world.clock.now());
    for (const { actor, items } of built?.model.groups ?? []) {
      for (const { learnerId } of items) actors.set(learnerId, actor.userId);
    }
    for (const { learnerId } of built?.model.uncovered ?? []) actors.set(learnerId, null);
  }
  return actors;
}

describe.each(seeds)('whatever days people work and are away (%i)', (seed) => {
  let told: Map<string, Told[]>;
  let shown: { on: LocalDate; actors: Map<string, string | null> }[];

  beforeAll(async () => {
    world = await startWorld({ at: '2026-11-27T15:00:00Z' });
    program = await world.records.program();
    await deal(seed);
    ({ told, shown } = await liveThrough());
  }, 120_000);
  afterAll(() => world.close());

  it('nobody is reminded on a day off or while she is away', () => {
    const all = [...told.values()].flat();
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(({ userId, on }) => isOff(userId, on))).toEqual([]);
  });

  it('a learner is in at most one person’s reminder a day', () => {
    for (const one of told.values()) {
      const days = one.map(({ programOn }) => programOn);
      expect(new Set(days).size).toBe(days.length);
    }
  });

  it('a due learner is in the reminder of one person, who has her in the digest, or stands there as needing cover', async () => {
    const rows = await world.deps.db.select().from(learners);
    for (const { id, dueOn, floorOn } of rows) {
      const day = shown.find(({ on }) => on === dueOn);
      if (!day || !dueOn || weekdayOf(dueOn) > 5) continue;
      const actor = day.actors.get(id);
      // Everybody who is due is on that day's list.
      expect(actor).not.toBeUndefined();
      const remindedBy = (on: LocalDate) =>
        new Set((told.get(id) ?? []).filter(({ programOn }) => programOn <= on).map(({ userId }) => userId));
      expect(remindedBy(dueOn).size).toBeLessThanOrEqual(1);
      if (actor) expect(remindedBy(floorOn ?? dueOn)).toContain(actor);
    }
  });

  it('nobody is reminded of a learner who stands as needing cover, until her floor has ended', async () => {
    const rows = await world.deps.db.select().from(learners);
    const floors = new Map(rows.map(({ id, floorOn }) => [id, floorOn ?? '']));
    const uncovered = shown.flatMap(({ on, actors }) =>
      [...actors].flatMap(([id, actor]) => (actor === null ? [{ id, on }] : [])),
    );
    const inTime = uncovered.filter(({ id, on }) => on <= (floors.get(id) ?? ''));
    const reminded = inTime.filter(({ id, on }) => told.get(id)?.some(({ programOn }) => programOn === on));
    expect(reminded).toEqual([]);
    met.uncovered += inTime.length;
    met.acted += shown.reduce((sum, { actors }) => sum + actors.size, -uncovered.length);
  });
});

test('both happened in those weeks: somebody acted, and somebody needed cover', () => {
  expect(met.acted).toBeGreaterThan(0);
  expect(met.uncovered).toBeGreaterThan(0);
});

test('the last record of a day wins: who took a learner for today is asked before her companion', async () => {
  world = await startWorld({ at: '2026-11-24T00:00:00Z' });
  program = await world.records.program();
  const row = await world.records.learner(program);
  const { workspaceId } = program;
  await world.deps.db.execute(
    `insert into day_covers (workspace_id, learner_id, covered_on, user_id, taken_at)
     values ('${workspaceId}', '${row.id}', '2026-11-24', 'U0MORI', now())`,
  );
  await planReminders(world.deps.context(), 100);
  const reminded = await world.deps.db.select().from(deliveries).where(eq(deliveries.kind, 'reminder'));
  await world.close();
  expect(reminded.map(({ recipient }) => recipient)).toEqual(['U0MORI']);
});

describe('a learner who falls due between the end of an absence and the first day back', () => {
  /** Away with a cover who has agreed, as things stand on the morning of the last day before it. */
  async function away(
    at: string,
    { from, to, ...member }: { from: LocalDate; to: LocalDate } & Partial<typeof members.$inferInsert>,
  ) {
    world = await startWorld({ at });
    program = await world.records.program();
    const { workspaceId } = program;
    await world.deps.db.update(members).set(member).where(eq(members.userId, 'U0AOI'));
    const [absence] = await world.deps.db
      .insert(absences)
      .values({
        workspaceId,
        userId: 'U0AOI',
        fromOn: from,
        toOn: to,
        submissionKey: 'a',
        createdAt: new Date(),
      })
      .returning();
    await world.deps.db.insert(coverRequests).values({
      workspaceId,
      absenceId: absence?.id ?? null,
      fromId: 'U0AOI',
      toId: 'U0MORI',
      askedBy: 'U0AOI',
      extent: 'everyone',
      status: 'accepted',
      submissionKey: 'c',
      askedAt: new Date(),
      answeredAt: new Date(),
    });
  }

  const dueOn = (on: LocalDate) =>
    world.records.learner(program, {
      dueOn: on,
      floorOn: on,
      lastContactOn: '2026-11-26',
      dueSetOn: '2026-11-26',
    });

  async function reminded(): Promise<string[]> {
    await planReminders(world.deps.context(), 100);
    const rows = await world.deps.db.select().from(deliveries).where(eq(deliveries.kind, 'reminder'));
    return rows.map(({ recipient }) => recipient);
  }

  afterEach(() => world.close());

  test('is in the companion’s last reminder before it, and in no other', async () => {
    const weekdays = { workingWeekdays: [2, 3, 5], from: '2026-11-30', to: '2026-12-02' };
    await away('2026-11-27T00:00:00Z', weekdays);
    await dueOn('2026-12-03');
    expect(await reminded()).toEqual(['U0AOI']);
    world.clock.set('2026-12-02T00:00:00Z');
    expect(await reminded()).toEqual(['U0AOI']);
  });

  test('is so in another zone, where her first day back is a day later for the program', async () => {
    const weekdays = { zone: 'America/Los_Angeles', from: '2026-12-01', to: '2026-12-04' };
    // Monday at nine in Los Angeles.
    await away('2026-11-30T17:00:00Z', weekdays);
    await dueOn('2026-12-07');
    expect(await reminded()).toEqual(['U0AOI']);
    world.clock.set('2026-12-07T00:00:00Z');
    expect(await reminded()).toEqual(['U0AOI']);
    await planDigests(world.deps.context(), 100);
    const actors = await digestOf('2026-12-07');
    expect([...actors.values()]).toEqual(['U0AOI']);
  });
});

test('a learner whose companion’s next morning is past the floor in the program’s zone needs cover', async () => {
  // Saturday in Tokyo: due on Monday, whose reminder came in Los Angeles on Friday.
  world = await startWorld({ at: '2026-12-05T03:00:00Z' });
  program = await world.records.program();
  await world.deps.db.update(members).set({ zone: 'America/Los_Angeles' }).where(eq(members.userId, 'U0AOI'));
  const due = { dueOn: '2026-12-07', floorOn: '2026-12-07', lastContactOn: '2026-12-05' };
  const learner = await world.records.learner(program, { ...due, dueSetOn: '2026-12-05' });
  world.clock.set('2026-12-07T00:00:00Z');
  await planDigests(world.deps.context(), 100);
  const actors = await digestOf('2026-12-07');
  await world.close();
  expect(actors).toEqual(new Map([[learner.id, null]]));
});
