import { eq } from 'drizzle-orm';
import { findHome, type Home } from '../../src/db/homes';
import { supporters } from '../../src/db/schema';
import type { JobRequest } from '../../src/jobs/catalog';
import {
  claimHome,
  closeHome,
  giveBackHome,
  homeLeaseMs,
  openHome,
  recordHome,
} from '../../src/usecases/draw-home';
import { queueUnfinished } from '../../src/usecases/queue-unfinished';
import { startWorld, type World } from '../support/world';
import { logContact } from './log-contact';

const key = { workspaceId: 'T0TEST', userId: 'U0AOI' };
let world: World;
let queued: JobRequest[];
let learner: Awaited<ReturnType<World['records']['learner']>>;

beforeEach(async () => {
  world = await startWorld();
  queued = [];
  learner = await world.records.learner(await world.records.program());
});
afterEach(() => world.close());

/** A context that notes what is queued. */
const context = () => ({
  ...world.deps.context(),
  enqueue: async (jobs: readonly JobRequest[]) => {
    queued.push(...jobs);
  },
});
const contact = () => logContact({ deps: { ...world.deps, context } }, learner);
const stored = () => findHome(world.deps.db, key);

async function claimed(): Promise<Home> {
  const claim = await claimHome(context(), key);
  if (claim.kind !== 'claimed') throw new Error(`the Home is ${claim.kind}`);
  return claim.home;
}

async function drawn(): Promise<void> {
  await openHome(context(), key);
  await recordHome(context(), await claimed());
}

describe('opening a Home', () => {
  test('asks for a drawing, each time', async () => {
    expect(await openHome(context(), key)).toBe(true);
    expect(await stored()).toMatchObject({
      wantedRevision: 1,
      shownRevision: 0,
      openedAt: world.clock.now(),
    });
    await recordHome(context(), await claimed());
    world.clock.advance(60_000);
    expect(await openHome(context(), key)).toBe(true);
    expect(await stored()).toMatchObject({
      wantedRevision: 2,
      shownRevision: 1,
      openedAt: world.clock.now(),
    });
  });

  test('by a stranger leaves no trace', async () => {
    const stranger = { ...key, userId: 'U0GUEST' };
    expect(await openHome(context(), stranger)).toBe(false);
    expect(await findHome(world.deps.db, stranger)).toBeNull();
  });

  test('in one workspace is not opening it in another', async () => {
    await openHome(context(), key);
    const elsewhere = { ...key, workspaceId: 'T0ELSE' };
    expect(await openHome(context(), elsewhere)).toBe(false);
    expect(await claimHome(context(), elsewhere)).toEqual({ kind: 'upToDate' });
  });
});

describe('a claim', () => {
  test('is given to one of many who draw at once; the others read that it is taken', async () => {
    await openHome(context(), key);
    const claims = await Promise.all([1, 2, 3, 4].map(() => claimHome(context(), key)));
    expect(claims.map(({ kind }) => kind).sort()).toEqual(['claimed', 'taken', 'taken', 'taken']);
  });

  test('is refused where the Home shows everything, or was never opened', async () => {
    expect(await claimHome(context(), key)).toEqual({ kind: 'upToDate' });
    await drawn();
    expect(await claimHome(context(), key)).toEqual({ kind: 'upToDate' });
  });

  test('stands until its lease is over, then somebody else may draw', async () => {
    await openHome(context(), key);
    await claimed();
    world.clock.advance(homeLeaseMs - 1);
    expect(await claimHome(context(), key)).toMatchObject({ kind: 'taken' });
    world.clock.advance(1);
    expect(await claimHome(context(), key)).toMatchObject({ kind: 'claimed' });
  });

  test('that was given back is free at once', async () => {
    await openHome(context(), key);
    await giveBackHome(context(), await claimed());
    expect(await claimHome(context(), key)).toMatchObject({ kind: 'claimed' });
  });

  test('that was overtaken may have put an older Home over a newer one, which is drawn again', async () => {
    await openHome(context(), key);
    const late = await claimed();
    world.clock.advance(homeLeaseMs);
    await recordHome(context(), await claimed());
    await recordHome(context(), late);
    expect(queued).toMatchObject([{ name: 'home', id: 'home-T0TEST-U0AOI-1', data: key }]);
    expect(await stored()).toMatchObject({ wantedRevision: 2, shownRevision: 1 });
  });

  test.each([
    ['giveBackHome', giveBackHome],
    ['closeHome', closeHome],
  ])('that has run out changes nothing by %s', async (_, end) => {
    await openHome(context(), key);
    const late = await claimed();
    world.clock.advance(homeLeaseMs);
    const current = await claimed();
    await end(context(), late);
    expect(await stored()).toEqual(current);
    await recordHome(context(), current);
    expect(await stored()).toMatchObject({ shownRevision: 1, drawingSince: null });
  });
});

describe('what happens while a Home is drawn', () => {
  test('is drawn afterwards, by a job of its own', async () => {
    await openHome(context(), key);
    const home = await claimed();
    await contact();
    expect(queued).toMatchObject([{ name: 'home', id: 'home-T0TEST-U0AOI-0', data: key }]);
    await recordHome(context(), home);
    expect(queued.at(-1)).toMatchObject({ name: 'home', id: 'home-T0TEST-U0AOI-1', data: key });
    await recordHome(context(), await claimed());
    expect(await claimHome(context(), key)).toEqual({ kind: 'upToDate' });
    expect(queued).toHaveLength(2);
  });

  test('asks for nothing more when nothing happened', async () => {
    await drawn();
    expect(queued).toEqual([]);
  });
});

describe('what happens to a learner', () => {
  test('asks for one drawing, however often, until the Home is drawn', async () => {
    await drawn();
    for (let time = 0; time < 3; time += 1) await contact();
    expect(new Set(queued.map(({ id }) => id))).toEqual(new Set(['home-T0TEST-U0AOI-1']));
    expect(await stored()).toMatchObject({ wantedRevision: 4, shownRevision: 1 });
    await recordHome(context(), await claimed());
    expect(await stored()).toMatchObject({ wantedRevision: 4, shownRevision: 4 });
  });

  test('asks nothing of Homes that nobody has opened', async () => {
    await contact();
    expect(queued).toEqual([]);
    expect(await stored()).toBeNull();
  });

  test('asks nothing of the Homes of others', async () => {
    await openHome(context(), { ...key, userId: 'U0MORI' });
    await contact();
    expect(queued).toEqual([]);
  });

  test('is drawn for a companion who has left the program, too: she shall no longer read of her', async () => {
    await drawn();
    await world.deps.db
      .update(supporters)
      .set({ removedAt: world.clock.now() })
      .where(eq(supporters.userId, 'U0AOI'));
    await logContact({ deps: { ...world.deps, context } }, learner, {}, 'U0LEAD');
    expect(queued).toMatchObject([{ name: 'home', data: key }]);
  });
});

describe('the sweep', () => {
  test('queues the Homes that don’t show everything, under the id that they have already', async () => {
    await queueUnfinished(context(), 10);
    expect(queued).toEqual([]);
    await openHome(context(), key);
    await queueUnfinished(context(), 10);
    expect(queued).toMatchObject([{ name: 'home', id: 'home-T0TEST-U0AOI-0', data: key }]);
    await recordHome(context(), await claimed());
    await queueUnfinished(context(), 10);
    expect(queued).toHaveLength(1);
  });
});

describe('a Home that Slack won’t show', () => {
  test('is forgotten, until it is opened again', async () => {
    await openHome(context(), key);
    await closeHome(context(), await claimed());
    await contact();
    expect([await stored(), queued]).toEqual([null, []]);
    await openHome(context(), key);
    expect(await claimHome(context(), key)).toMatchObject({ kind: 'claimed' });
  });
});
