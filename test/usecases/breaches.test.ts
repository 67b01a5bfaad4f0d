import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { breaches, checkIns, homes, learners, pauses, supporters } from '../../src/db/schema';
import type { CheckInContent } from '../../src/domain/check-in';
import { readRoster } from '../../src/roster/read';
import { changePolicy } from '../../src/usecases/change-policy';
import { changeStatus } from '../../src/usecases/change-status';
import { correctCheckIn } from '../../src/usecases/correct-check-in';
import { editProfile, openProfile } from '../../src/usecases/edit-profile';
import { explainBreach } from '../../src/usecases/explain-breach';
import { importRoster } from '../../src/usecases/import-roster';
import { pauseLearner } from '../../src/usecases/pause-learner';
import { bytes, rosterText } from '../roster/roster-text';
import { startWorld, type World } from '../support/world';
import { briefContent, logContact } from './log-contact';

/** Tuesday, the last day that keeps the minimum, and the two days after it; at nine in Tokyo. */
const lastDay = '2026-11-24T00:00:00Z';
const dayAfter = '2026-11-25T00:00:00Z';
const twoDaysAfter = '2026-11-26T00:00:00Z';

type Learner = Awaited<ReturnType<World['records']['learner']>>;

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
let learner: Learner;
let lastCheckIn: { id: string };

beforeEach(async () => {
  world = await startWorld({ at: lastDay });
  program = await world.records.program();
  learner = await contactedAWeekAgo();
});
afterEach(() => world.close());

async function contactedAWeekAgo(given: Partial<Learner> = {}): Promise<Learner> {
  const dates = { lastContactOn: '2026-11-17', dueOn: '2026-11-20', floorOn: '2026-11-24' };
  const added = await world.records.learner(program, { ...dates, ...given });
  lastCheckIn = await world.records.checkIn(added, { contactedOn: '2026-11-17', authorId: 'U0AOI' });
  return added;
}

async function sweepAt(at: string): Promise<void> {
  world.clock.set(at);
  await world.sweep();
}

const recorded = () =>
  world.deps.db
    .select()
    .from(breaches)
    .where(eq(breaches.learnerId, learner.id))
    .orderBy(asc(breaches.floorOn));

const log = (content: Partial<CheckInContent>) => logContact(world, learner, content);

function correct(checkIn: { id: string }, version: number, content: Partial<CheckInContent>) {
  return correctCheckIn(world.deps.context(), {
    workspaceId: learner.workspaceId,
    correctorId: 'U0AOI',
    checkInId: checkIn.id,
    version,
    content: { ...briefContent, outcome: 'replied', ...content },
  });
}

describe('a missed minimum', () => {
  test('is recorded with the next digest, once, with who covered and since when', async () => {
    await sweepAt(lastDay);
    expect(await recorded()).toEqual([]);
    await sweepAt(dayAfter);
    await sweepAt(twoDaysAfter);
    expect(await recorded()).toMatchObject([
      {
        floorOn: '2026-11-24',
        sinceOn: '2026-11-17',
        companionId: 'U0AOI',
        recordedAt: new Date(dayAfter),
        cause: null,
      },
    ]);
  });

  test('is recorded once when sweeps overlap', async () => {
    world.clock.set(dayAfter);
    await Promise.all([world.handlers.sweep({}), world.handlers.sweep({})]);
    expect(await recorded()).toHaveLength(1);
  });

  test('remembers that nobody covered when the companion had left', async () => {
    await world.deps.db.update(supporters).set({ removedAt: new Date(lastDay) });
    await sweepAt(dayAfter);
    expect(await recorded()).toMatchObject([{ companionId: null }]);
  });

  test('is none of somebody who is paused, or away on its last day, or has nothing due', async () => {
    const paused = await contactedAWeekAgo({ status: 'paused' });
    const over = await contactedAWeekAgo({ dueOn: null, dueReason: 'over' });
    const { workspaceId, id: learnerId } = learner;
    await world.deps.db
      .insert(pauses)
      .values({ workspaceId, learnerId, fromOn: '2026-11-23', toOn: '2026-11-24' });
    await sweepAt(dayAfter);
    const all = await world.deps.db.select().from(breaches);
    expect(all.filter(({ learnerId: id }) => [paused.id, over.id, learner.id].includes(id))).toEqual([]);
  });
});

describe('a minimum that had ended', () => {
  const never = {
    lastContactOn: null,
    dueOn: '2026-11-02',
    startedOn: '2026-11-02',
    dueReason: 'first',
  } as const;

  test('before a learner without a contact came in is no breach', async () => {
    learner = await world.records.learner(program, { ...never, floorOn: '2026-11-23' });
    await sweepAt(dayAfter);
    expect(await recorded()).toEqual([]);
  });

  test('on the day on which she came in is one', async () => {
    learner = await world.records.learner(program, { ...never, floorOn: '2026-11-24' });
    await sweepAt(dayAfter);
    expect(await recorded()).toMatchObject([{ floorOn: '2026-11-24', sinceOn: null }]);
  });
});

describe('a policy of another minimum', () => {
  /** Wednesday, at midnight in Tokyo, before the digest. */
  const effective = '2026-11-24T15:00:00Z';

  const change = (floorDays: number) =>
    changePolicy(
      world.deps.context(),
      { workspaceId: 'T0TEST', programId: program.programId, leadId: 'U0LEAD' },
      { effectiveOn: '2026-11-25', contactsPerWeek: 2, floorDays, reason: '合意' },
    );

  async function restateAt(at: string): Promise<void> {
    world.clock.set(at);
    await world.sweep();
  }

  test('that is longer leaves a breach of the day before it took effect recorded, once', async () => {
    await change(14);
    await restateAt(effective);
    const [row] = await world.deps.db.select().from(learners).where(eq(learners.id, learner.id));
    expect(row).toMatchObject({ floorOn: '2026-12-01' });
    await sweepAt(dayAfter);
    expect(await recorded()).toMatchObject([{ floorOn: '2026-11-24', sinceOn: '2026-11-17' }]);
  });

  test('that is shorter records none of the days on which it was not in force, also after another change', async () => {
    learner = await contactedAWeekAgo({
      lastContactOn: '2026-11-20',
      dueOn: '2026-11-24',
      floorOn: '2026-11-27',
    });
    await world.deps.db.delete(checkIns).where(eq(checkIns.learnerId, learner.id));
    await world.records.checkIn(learner, { contactedOn: '2026-11-20' });
    await change(3);
    await restateAt(effective);
    const [row] = await world.deps.db.select().from(learners).where(eq(learners.id, learner.id));
    expect(row).toMatchObject({ floorOn: '2026-11-23' });
    await sweepAt(dayAfter);
    await changePolicy(
      world.deps.context(),
      { workspaceId: 'T0TEST', programId: program.programId, leadId: 'U0LEAD' },
      { effectiveOn: '2026-11-25', contactsPerWeek: 2, floorDays: 4, reason: '合意' },
    );
    await sweepAt(twoDaysAfter);
    expect(await recorded()).toEqual([]);
  });

  test('that changes the rhythm alone leaves a breach to the digest', async () => {
    await change(7);
    await restateAt(effective);
    await sweepAt(dayAfter);
    expect(await recorded()).toMatchObject([{ floorOn: '2026-11-24' }]);
  });
});

describe('a contact', () => {
  test('on the last day keeps the minimum, also when it is logged after the sweep', async () => {
    await sweepAt(dayAfter);
    expect(await recorded()).toHaveLength(1);
    await log({ contactedOn: '2026-11-24' });
    expect(await recorded()).toEqual([]);
    await sweepAt(twoDaysAfter);
    expect(await recorded()).toEqual([]);
  });

  test('after it leaves the breach recorded', async () => {
    await sweepAt(dayAfter);
    await log({ contactedOn: '2026-11-25' });
    expect(await recorded()).toMatchObject([{ floorOn: '2026-11-24', recordedAt: new Date(dayAfter) }]);
  });

  test('after it records the breach itself when no sweep ran, as after an outage', async () => {
    world.clock.set(twoDaysAfter);
    await log({ contactedOn: '2026-11-26' });
    await world.sweep();
    expect(await recorded()).toMatchObject([
      { floorOn: '2026-11-24', sinceOn: '2026-11-17', companionId: 'U0AOI' },
    ]);
  });

  test('in time that is logged before the late one records nothing', async () => {
    world.clock.set(twoDaysAfter);
    await log({ contactedOn: '2026-11-23' });
    await log({ contactedOn: '2026-11-26' });
    await world.sweep();
    expect(await recorded()).toEqual([]);
  });

  test('that does not count keeps no minimum', async () => {
    await world.deps.db.update(learners).set({ companionId: null });
    await world.deps.db.execute(`update programs set counted_roles = '{companion}'`);
    await logContact(world, learner, { contactedOn: '2026-11-24' }, 'U0MORI');
    await sweepAt(dayAfter);
    expect(await recorded()).toMatchObject([{ floorOn: '2026-11-24' }]);
  });

  test('being logged while the sweep looks counts', async () => {
    world.clock.set(dayAfter);
    await Promise.all([log({ contactedOn: '2026-11-24' }), world.handlers.sweep({})]);
    await world.sweep();
    expect(await recorded()).toEqual([]);
  });
});

describe('a minimum that no digest has seen to be missed', () => {
  beforeEach(() => world.clock.set(dayAfter));

  const by = () => ({ workspaceId: learner.workspaceId, supporterId: 'U0AOI', learnerId: learner.id });
  const pause = (from: string, to: string | null) =>
    pauseLearner(world.deps.context(), { ...by(), pauseId: randomUUID(), from, to, reason: '出張' });

  /** A learner without a contact: her floor follows from the first day of her course. */
  async function neverContacted(): Promise<void> {
    const never = { lastContactOn: null, startedOn: '2026-11-18', dueOn: '2026-11-18', slackUserId: 'U0AYA' };
    learner = await world.records.learner(program, { ...never, floorOn: '2026-11-24', dueReason: 'first' });
  }

  const withdraw = () => changeStatus(world.deps.context(), { ...by(), status: 'withdrawn', reason: '転職' });

  async function postpone(): Promise<void> {
    await neverContacted();
    const { profile, version } = await openProfile(world.deps.context(), {
      workspaceId: learner.workspaceId,
      viewerId: 'U0AOI',
      learnerId: learner.id,
    });
    await editProfile(world.deps.context(), {
      ...{ workspaceId: learner.workspaceId, editorId: 'U0AOI', learnerId: learner.id, version, people: [] },
      profile: { ...profile, startedOn: '2026-12-01' },
    });
  }

  async function importPostponed(): Promise<void> {
    await neverContacted();
    const { name, slackUserId: slack_user_id, endsOn: ends_on } = learner;
    const row = { name, slack_user_id: slack_user_id ?? '', started_on: '2026-12-01', ends_on };
    const file = readRoster(bytes(rosterText({ ...row, companion: 'U0AOI' })));
    await importRoster(world.deps.context(), program, file, { people: [], actorId: null });
  }

  test.each([
    ['who leaves the course', withdraw],
    ['with a break from today', () => pause('2026-11-25', '2026-12-04')],
    ['with a break without a last day', () => pause('2026-11-25', null)],
    ['whose course is postponed', postpone],
    ['whose course a roster postpones', importPostponed],
  ])('is recorded of somebody %s before it, and stays so', async (_, change) => {
    await change();
    expect(await recorded()).toMatchObject([{ floorOn: '2026-11-24', recordedAt: new Date(dayAfter) }]);
    const [row] = await world.deps.db.select().from(learners).where(eq(learners.id, learner.id));
    expect(row?.floorOn).not.toBe('2026-11-24');
    await sweepAt(twoDaysAfter);
    expect(await recorded()).toHaveLength(1);
  });

  test.each(['2026-12-04', null])(
    'is none of somebody who was away on its last day: until %s',
    async (to) => {
      await pause('2026-11-24', to);
      await sweepAt(twoDaysAfter);
      expect(await recorded()).toEqual([]);
    },
  );

  test('is taken back when it turns out that she had been away, until nobody knows when', async () => {
    await sweepAt(dayAfter);
    expect(await recorded()).toHaveLength(1);
    await pause('2026-11-23', null);
    expect(await recorded()).toEqual([]);
  });

  test('is asked about on the lead’s Home at once', async () => {
    const home = { workspaceId: learner.workspaceId, userId: 'U0LEAD', openedAt: world.clock.now() };
    await world.deps.db.insert(homes).values(home);
    const before = await world.deps.db.select().from(homes);
    await withdraw();
    const after = await world.deps.db.select().from(homes);
    expect(after[0]?.wantedRevision).toBe((before[0]?.wantedRevision ?? 0) + 1);
  });
});

describe('a correction', () => {
  test('that shows a contact to have been in time takes the breach back', async () => {
    world.clock.set(twoDaysAfter);
    const { checkInId } = await log({ contactedOn: '2026-11-25' });
    expect(await recorded()).toHaveLength(1);
    await correct({ id: checkInId }, 1, { contactedOn: '2026-11-24' });
    expect(await recorded()).toEqual([]);
  });

  test('of the contact before it makes no second breach of one silence, and keeps the cause', async () => {
    await sweepAt(dayAfter);
    const [breach] = await recorded();
    await explainBreach(world.deps.context(), {
      workspaceId: learner.workspaceId,
      leadId: 'U0LEAD',
      breachId: breach?.id ?? '',
      setAt: null,
      given: { cause: 'forgotten', note: '' },
    });
    await correct(lastCheckIn, 1, { contactedOn: '2026-11-16' });
    await sweepAt(twoDaysAfter);
    expect(await recorded()).toMatchObject([{ floorOn: '2026-11-24', cause: 'forgotten' }]);
  });

  test('of the contact before it to a later day lets the minimum end later', async () => {
    await sweepAt(dayAfter);
    await correct(lastCheckIn, 1, { contactedOn: '2026-11-18' });
    expect(await recorded()).toEqual([]);
    await sweepAt(twoDaysAfter);
    expect(await recorded()).toMatchObject([{ floorOn: '2026-11-25', sinceOn: '2026-11-18' }]);
  });
});

test('each silence has a breach of its own', async () => {
  await sweepAt(dayAfter);
  await log({ contactedOn: '2026-11-25' });
  await sweepAt('2026-12-03T00:00:00Z');
  expect((await recorded()).map(({ floorOn }) => floorOn)).toEqual(['2026-11-24', '2026-12-02']);
});
