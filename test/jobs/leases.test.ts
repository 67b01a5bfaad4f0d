import { claimDelivery, leaseMs } from '../../src/usecases/claim-delivery';
import { failDelivery } from '../../src/usecases/fail-delivery';
import { claimRedraw, drawingLeaseMs, endList, recordRedraw } from '../../src/usecases/redraw-list';
import { dropDelivery, recordSent, retryDelivery } from '../../src/usecases/settle-delivery';
import { deliveryTo, updatesOf } from '../support/lists';
import { startWorld, type World } from '../support/world';
import { logContact } from '../usecases/log-contact';

let world: World;
let hana: Awaited<ReturnType<World['records']['learner']>>;

beforeEach(async () => {
  world = await startWorld();
  const program = await world.records.program();
  hana = await world.records.learner(program);
  await world.handlers.sweep({});
});
afterEach(() => world.close());

const reminder = () => deliveryTo(world, 'U0AOI');
const context = () => world.deps.context();

describe('a job that runs twice', () => {
  test('posts once, one after the other or at the same time', async () => {
    const [{ id: first }, { id: second }] = [await reminder(), await deliveryTo(world, 'C0TEAM')];
    await world.handlers.deliver({ deliveryId: first });
    await world.handlers.deliver({ deliveryId: first });
    await Promise.all([1, 2, 3].map(() => world.handlers.deliver({ deliveryId: second })));
    expect(world.slack.dm('U0AOI')).toHaveLength(1);
    expect(world.slack.messages('C0TEAM')).toHaveLength(1);
  });

  test('draws once, one after the other or at the same time', async () => {
    await world.sweep();
    const list = await reminder();
    await logContact(world, hana);
    await Promise.all([1, 2, 3].map(() => world.handlers.refresh({ deliveryId: list.id })));
    await world.handlers.refresh({ deliveryId: list.id });
    expect(updatesOf(world.slack, list)).toBe(1);
  });

  test('plans once', async () => {
    await world.handlers.sweep({});
    await world.sweep();
    await world.sweep();
    expect(world.slack.dm('U0AOI')).toHaveLength(1);
  });

  test('of a delivery or list that is gone does nothing', async () => {
    const deliveryId = '00000000-0000-4000-8000-000000000000';
    await world.handlers.deliver({ deliveryId });
    await world.handlers.refresh({ deliveryId });
    expect(world.slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  });
});

describe('a claim', () => {
  test('is given to one of two workers', async () => {
    const { id } = await reminder();
    const claims = await Promise.all([1, 2, 3, 4].map(() => claimDelivery(context(), id)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  test('stands until its lease is over', async () => {
    const { id } = await reminder();
    await claimDelivery(context(), id);
    world.clock.advance(leaseMs - 1);
    expect(await claimDelivery(context(), id)).toBeNull();
    world.clock.advance(1);
    expect(await claimDelivery(context(), id)).toMatchObject({ attempts: 2 });
  });

  test.each([
    ['recordSent', recordSent, { channelId: 'C0LATE', ts: '1.000001' }, 0],
    ['dropDelivery', dropDelivery, undefined],
    ['retryDelivery', retryDelivery, { afterMs: 1, doubtful: false, failure: 'late' }],
    ['failDelivery', failDelivery, { failure: 'account_inactive', unreachable: true }],
  ] as const)('that has run out changes nothing by %s', async (_, settle, ...how) => {
    const { id } = await reminder();
    const late = await claimDelivery(context(), id);
    world.clock.advance(leaseMs);
    const current = await claimDelivery(context(), id);
    const before = await reminder();
    if (late) await Reflect.apply(settle, undefined, [context(), late, ...how]);
    expect(await reminder()).toEqual(before);
    if (current) await recordSent(context(), current, { channelId: 'D1', ts: '2.000002' }, 0);
    expect(await reminder()).toMatchObject({ status: 'sent', channelId: 'D1', ts: '2.000002' });
  });

  test('that ran out without a record is looked for, then posted', async () => {
    const { id } = await reminder();
    await claimDelivery(context(), id);
    world.clock.advance(leaseMs);
    await world.sweep();
    expect(world.slack.calls.map(({ method }) => method)).toContain('conversations.history');
    expect(world.slack.dm('U0AOI')).toHaveLength(1);
  });
});

describe('a drawing', () => {
  beforeEach(async () => {
    await world.sweep();
    await logContact(world, hana);
  });

  test('is given to one of two workers, and to another when its lease is over', async () => {
    const { id } = await reminder();
    const claims = await Promise.all([1, 2, 3].map(() => claimRedraw(context(), id)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    world.clock.advance(drawingLeaseMs);
    expect(await claimRedraw(context(), id)).not.toBeNull();
  });

  test('of a worker that comes back after its lease changes nothing', async () => {
    const { id } = await reminder();
    const late = await claimRedraw(context(), id);
    world.clock.advance(drawingLeaseMs);
    const current = await claimRedraw(context(), id);
    const before = await reminder();
    if (late) {
      await recordRedraw(context(), late);
      await endList(context(), late);
    }
    expect(await reminder()).toEqual(before);
    if (current) await recordRedraw(context(), current);
    expect(await reminder()).toMatchObject({ live: true, shownRevision: before.wantedRevision });
  });
});
