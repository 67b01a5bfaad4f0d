import { deliveriesOf, deliveryTo, digestText, namesOn } from '../support/lists';
import { startWorld, type World } from '../support/world';

describe('an outage', () => {
  let world: World;
  let program: Awaited<ReturnType<World['records']['program']>>;

  async function start(at: string): Promise<void> {
    world = await startWorld({ at });
    program = await world.records.program({ people: ['U0AOI', 'U0KUDO'] });
    const due = { lastContactOn: '2026-11-20', dueOn: '2026-11-24', floorOn: '2026-12-04' };
    await world.records.learner(program, { ...due, name: '東京の人', companionId: 'U0AOI' });
    await world.records.learner(program, { ...due, name: '西海岸の人', companionId: 'U0KUDO' });
  }

  /** Sweeps every ten minutes, as a running worker does more often. */
  async function runFrom(from: string, to: string): Promise<void> {
    for (let at = Date.parse(from); at <= Date.parse(to); at += 10 * 60_000) {
      world.clock.set(new Date(at));
      await world.sweep();
    }
  }

  const counts = () => ({
    digests: world.slack.messages('C0TEAM').length,
    tokyo: world.slack.dm('U0AOI').length,
    losAngeles: world.slack.dm('U0KUDO').length,
  });

  afterEach(() => world.close());

  test("of eight hours over two zones' mornings ends in one current list each", async () => {
    await start('2026-11-23T00:00:00Z');
    await runFrom('2026-11-24T15:00:00Z', '2026-11-24T16:30:00Z');
    const before = counts();
    await runFrom('2026-11-25T00:30:00Z', '2026-11-25T04:00:00Z');
    expect({ before, after: counts() }).toEqual({
      before: { digests: 0, tokyo: 0, losAngeles: 0 },
      after: { digests: 1, tokyo: 1, losAngeles: 1 },
    });
    expect(await deliveryTo(world, 'C0TEAM')).toMatchObject({ onDate: '2026-11-25' });
    expect(await deliveryTo(world, 'U0AOI')).toMatchObject({ onDate: '2026-11-25' });
    expect(await deliveryTo(world, 'U0KUDO')).toMatchObject({ onDate: '2026-11-24' });
  });

  test('of 25 hours over two mornings ends in one current list each, not one per missed slot', async () => {
    await start('2026-11-23T00:00:00Z');
    await runFrom('2026-11-23T23:00:00Z', '2026-11-23T23:50:00Z');
    await runFrom('2026-11-25T00:50:00Z', '2026-11-25T03:00:00Z');
    expect(counts()).toEqual({ digests: 1, tokyo: 1, losAngeles: 1 });
    expect(await deliveryTo(world, 'C0TEAM')).toMatchObject({ onDate: '2026-11-25' });
    expect(digestText(world)).toContain('東京の人');
    await runFrom('2026-11-25T12:00:00Z', '2026-11-25T18:00:00Z');
    expect(counts()).toEqual({ digests: 1, tokyo: 1, losAngeles: 2 });
  });

  test('between planning and posting drops the list of yesterday instead of posting it late', async () => {
    await start('2026-11-24T00:00:00Z');
    await world.handlers.sweep({});
    await runFrom('2026-11-25T00:00:00Z', '2026-11-25T00:30:00Z');
    expect(counts()).toMatchObject({ digests: 1, tokyo: 1 });
    const digests = await deliveriesOf(world, 'digest');
    expect(digests.map(({ onDate, status }) => `${onDate} ${status}`)).toEqual([
      '2026-11-24 dropped',
      '2026-11-25 sent',
    ]);
    expect(await deliveryTo(world, 'U0AOI', '2026-11-24')).toMatchObject({ status: 'dropped' });
  });

  test("that ends at night waits for the next morning's list", async () => {
    await start('2026-11-23T00:00:00Z');
    await runFrom('2026-11-24T17:30:00Z', '2026-11-24T23:50:00Z');
    expect(counts()).toMatchObject({ digests: 0, tokyo: 0 });
    await runFrom('2026-11-25T00:00:00Z', '2026-11-25T00:10:00Z');
    expect(counts()).toMatchObject({ digests: 1, tokyo: 1 });
    expect(await namesOn(world, await deliveryTo(world, 'U0AOI'))).toEqual(['東京の人']);
  });

  test('of Slack from morning to noon ends in the same list, once', async () => {
    await start('2026-11-24T00:00:00Z');
    world.slack.faults.add({ method: '*', kind: 'http', status: 503 });
    await runFrom('2026-11-24T00:00:00Z', '2026-11-24T03:00:00Z');
    expect(counts()).toEqual({ digests: 0, tokyo: 0, losAngeles: 0 });
    world.slack.faults.clear();
    await runFrom('2026-11-24T03:10:00Z', '2026-11-24T03:30:00Z');
    expect(counts()).toMatchObject({ digests: 1, tokyo: 1 });
  });
});
