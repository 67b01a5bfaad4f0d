import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { touchHomes } from '../../src/db/homes';
import { breaches, deliveryLearners, homes, learners, members, pauses } from '../../src/db/schema';
import { endPause } from '../../src/usecases/end-pause';
import { explainBreach } from '../../src/usecases/explain-breach';
import { pauseLearner } from '../../src/usecases/pause-learner';
import { planDigests } from '../../src/usecases/plan-digests';
import { deliveriesOf } from '../support/lists';
import { somebodyWaits } from '../support/waiting';
import { startWorld, type World } from '../support/world';

/** At nine in Tokyo of a day, and another hour of it. */
const at = (day: string, hour = '09:00') => new Date(`${day}T${hour}:00+09:00`);

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
let learner: Awaited<ReturnType<World['records']['learner']>>;

/** On Monday somebody is due, and a break from Wednesday to Friday of next week is entered; nobody writes to her. */
beforeEach(async () => {
  world = await startWorld({ at: at('2026-11-30').toISOString() });
  program = await world.records.program();
  learner = await world.records.learner(program, {
    lastContactOn: '2026-11-27',
    dueOn: '2026-11-30',
    dueSetOn: '2026-11-27',
    floorOn: '2026-12-04',
  });
  await world.records.checkIn(learner, { contactedOn: '2026-11-27' });
  await world.deps.db.update(members).set({ startsAt: '08:00' }).where(eq(members.userId, 'U0AOI'));
  await pause('2026-12-02');
});
afterEach(() => world.close());

async function pause(from: string, to: string | null = '2026-12-11'): Promise<string> {
  const pauseId = randomUUID();
  const days = { from, to, reason: '出張' };
  await pauseLearner(world.deps.context(), { ...asked(), learnerId: learner.id, pauseId, ...days });
  return pauseId;
}

const asked = () => ({ workspaceId: learner.workspaceId, supporterId: 'U0AOI' });

async function sweepAt(...instant: Parameters<typeof at>): Promise<void> {
  world.clock.set(at(...instant));
  await world.sweep();
}

const now = async () => {
  const [row] = await world.deps.db.select().from(learners).where(eq(learners.id, learner.id));
  return row;
};

const pauseRows = () => world.deps.db.select().from(pauses);

/** The days of the lists that she is on. */
async function listed(kind: 'digest' | 'reminder' | 'escalation'): Promise<string[]> {
  const on = await world.deps.db.select().from(deliveryLearners);
  const ids = new Set(on.map(({ deliveryId }) => deliveryId));
  return (await deliveriesOf(world, kind)).filter(({ id }) => ids.has(id)).map(({ onDate }) => onDate);
}

describe('a break that was entered ahead', () => {
  it('leaves the contact before it due until it begins', async () => {
    await sweepAt('2026-11-30');
    await sweepAt('2026-12-01');
    expect(await now()).toMatchObject({ dueOn: '2026-11-30', dueReason: 'rhythm' });
    expect(await listed('digest')).toEqual(['2026-11-30', '2026-12-01']);
  });

  it('has nobody asked to write once it has begun, whatever the hour, and ends with a greeting', async () => {
    for (const hour of ['08:00', '09:00', '12:00']) await sweepAt('2026-12-02', hour);
    const restated = await now();
    expect(restated).toMatchObject({ dueOn: '2026-12-14', floorOn: '2026-12-14', dueReason: 'return' });
    expect(await pauseRows()).toMatchObject([{ fromOn: '2026-12-02', reachesBackTo: '2026-11-30' }]);
    for (const hour of ['08:00', '09:00', '12:00']) await sweepAt('2026-12-04', hour);
    expect(await now()).toMatchObject({ version: restated?.version });
    const lists = [await listed('digest'), await listed('reminder'), await listed('escalation')];
    expect(lists).toEqual([[], [], []]);
  });

  it('does so after an outage, though its first days are over', async () => {
    await sweepAt('2026-12-09', '15:00');
    expect(await now()).toMatchObject({ dueOn: '2026-12-14', dueReason: 'return' });
    expect([await listed('digest'), await listed('reminder')]).toEqual([[], []]);
  });

  it('holds no Home while the digest waits for another learner', async () => {
    const { db } = world.deps;
    const { workspaceId } = learner;
    const other = await world.records.learner(program, { floorOn: '2026-12-01' });
    await db.insert(homes).values({ workspaceId, userId: 'U0AOI', openedAt: world.clock.now() });
    world.clock.set(at('2026-12-02'));
    let planning: Promise<unknown> = Promise.resolve();
    await db.transaction(async (logging) => {
      await logging.select().from(learners).where(eq(learners.id, other.id)).for('update');
      planning = planDigests(world.deps.context(), 50);
      await somebodyWaits(db);
      // Whoever gave up waiting here would have been part of a deadlock.
      await logging.execute("set local lock_timeout = '300ms'");
      await touchHomes(logging, { workspaceId }, ['U0AOI']);
    });
    await planning;
    expect(await now()).toMatchObject({ dueOn: '2026-12-14' });
    const [home] = await db.select().from(homes);
    expect(home?.wantedRevision).toBe(3);
  });

  it('asks nobody at noon of the floor’s last day, though no digest has been made', async () => {
    await world.deps.db.execute("update programs set next_digest_at = '2027-01-01'");
    await sweepAt('2026-12-04', '12:00');
    expect(await listed('escalation')).toEqual([]);
  });
});

describe('a break of somebody whose minimum was missed before it', () => {
  beforeEach(async () => {
    const dates = { lastContactOn: '2026-11-17', dueOn: '2026-11-20', floorOn: '2026-11-24' };
    learner = await world.records.learner(program, dates);
    await world.records.checkIn(learner, { contactedOn: '2026-11-17' });
    await world.sweep();
  });

  const missed = () => world.deps.db.select().from(breaches).where(eq(breaches.learnerId, learner.id));
  const own = async () => (await pauseRows()).filter(({ learnerId }) => learnerId === learner.id);

  it('leaves that recorded with its cause, and keeps the day on which it was said to begin', async () => {
    const [breach] = await missed();
    await explainBreach(world.deps.context(), {
      workspaceId: learner.workspaceId,
      leadId: 'U0LEAD',
      breachId: breach?.id ?? '',
      setAt: null,
      given: { cause: 'no_cover', note: '' },
    });
    await pause('2026-11-30');
    expect(await own()).toMatchObject([{ fromOn: '2026-11-30', reachesBackTo: '2026-11-20' }]);
    expect(await now()).toMatchObject({ dueOn: '2026-12-14', floorOn: '2026-12-14', dueReason: 'return' });
    expect(await missed()).toMatchObject([{ floorOn: '2026-11-24', cause: 'no_cover' }]);
    await sweepAt('2026-12-14');
    expect(await missed()).toMatchObject([{ floorOn: '2026-11-24' }]);
  });

  it('is taken back altogether on its first day', async () => {
    const pauseId = await pause('2026-11-30');
    await endPause(world.deps.context(), { ...asked(), pauseId });
    expect(await own()).toEqual([]);
    expect(await now()).toMatchObject({ dueOn: '2026-11-20', floorOn: '2026-11-24', dueReason: 'rhythm' });
  });

  it('that is ended later still frees her until then', async () => {
    const pauseId = await pause('2026-11-30');
    world.clock.set(at('2026-12-02'));
    await endPause(world.deps.context(), { ...asked(), pauseId });
    expect(await own()).toMatchObject([{ fromOn: '2026-11-30', toOn: '2026-12-01' }]);
    expect(await now()).toMatchObject({ dueOn: '2026-12-02', dueReason: 'return' });
  });

  it('frees her also when its last day is said later', async () => {
    await pause('2026-11-30', null);
    world.clock.set(at('2026-12-02'));
    await pause('2026-12-02');
    expect(await own()).toMatchObject([{ fromOn: '2026-11-30', reachesBackTo: '2026-11-20' }]);
    expect(await now()).toMatchObject({ status: 'active', dueOn: '2026-12-14', dueReason: 'return' });
  });
});
