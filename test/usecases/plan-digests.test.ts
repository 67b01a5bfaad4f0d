import { closures, programs } from '../../src/db/schema';
import { deliveriesOf, digestText } from '../support/lists';
import { startWorld, type World } from '../support/world';

let world: World;

async function start(at: string): Promise<void> {
  world = await startWorld({ at });
}

afterEach(() => world.close());

/** Sweeps at an instant. @returns how many messages the channel has then */
async function digestsAt(at: string): Promise<number> {
  world.clock.set(at);
  await world.sweep();
  return world.slack.messages('C0TEAM').length;
}

test('comes once a day, at its hour', async () => {
  await start('2026-11-23T23:59:30Z');
  await world.records.program();
  expect(await digestsAt('2026-11-23T23:59:59Z')).toBe(0);
  expect(await digestsAt('2026-11-24T00:00:00Z')).toBe(1);
  expect(await digestsAt('2026-11-24T00:00:30Z')).toBe(1);
  expect(await digestsAt('2026-11-24T09:00:00Z')).toBe(1);
  expect(await digestsAt('2026-11-25T00:00:00Z')).toBe(2);
});

test('keeps to a closure, a public holiday and the weekend', async () => {
  await start('2026-11-20T00:00:00Z');
  const { workspaceId, programId } = await world.records.program();
  await world.deps.db.insert(closures).values({ workspaceId, programId, closedOn: '2026-11-24', label: '' });
  expect(await digestsAt('2026-11-20T00:00:00Z')).toBe(1);
  for (const day of ['21', '22', '23', '24']) expect(await digestsAt(`2026-11-${day}T01:00:00Z`)).toBe(1);
  expect(await digestsAt('2026-11-25T00:00:00Z')).toBe(2);
});

test('follows the hour and the zone of its program', async () => {
  await start('2026-11-24T00:00:00Z');
  await world.records.program({ zone: 'America/Los_Angeles', country: 'US', digestAt: '08:30' });
  expect(await digestsAt('2026-11-24T16:29:00Z')).toBe(0);
  expect(await digestsAt('2026-11-24T16:30:00Z')).toBe(1);
});

test('keeps its wall-clock hour over a change of the clocks', async () => {
  await start('2026-10-30T12:00:00Z');
  await world.records.program({ zone: 'America/Los_Angeles', country: 'US' });
  expect(await digestsAt('2026-10-30T16:00:00Z')).toBe(1);
  expect(await digestsAt('2026-11-01T17:00:00Z')).toBe(1);
  expect(await digestsAt('2026-11-02T16:59:00Z')).toBe(1);
  expect(await digestsAt('2026-11-02T17:00:00Z')).toBe(2);
});

test('is planned once when two sweeps overlap', async () => {
  await start('2026-11-24T00:00:00Z');
  for (let n = 0; n < 5; n += 1) await world.records.program({ name: `P${n}`, channelId: `C${n}` });
  await Promise.all([world.handlers.sweep({}), world.handlers.sweep({}), world.handlers.sweep({})]);
  const planned = await deliveriesOf(world, 'digest');
  expect(planned.map(({ recipient }) => recipient).sort()).toEqual(['C0', 'C1', 'C2', 'C3', 'C4']);
});

test('is planned once however often its hour is set back', async () => {
  await start('2026-11-24T00:00:00Z');
  await world.records.program();
  await world.sweep();
  await world.deps.db.update(programs).set({ nextDigestAt: world.clock.now() });
  expect(await digestsAt('2026-11-24T00:01:00Z')).toBe(1);
  expect(await deliveriesOf(world, 'digest')).toHaveLength(1);
});

test('says so when nobody is due, and names whoever is', async () => {
  await start('2026-11-24T00:00:00Z');
  const program = await world.records.program();
  await world.sweep();
  const nobody = digestText(world);
  await world.records.learner(program, { name: '佐藤 花子', dueOn: '2026-11-25' });
  await digestsAt('2026-11-25T00:00:00Z');
  expect(nobody).not.toContain('佐藤 花子');
  expect(digestText(world)).toContain('佐藤 花子');
});

test("ends the life of the day before's list", async () => {
  await start('2026-11-24T00:00:00Z');
  await world.records.program();
  await world.sweep();
  await digestsAt('2026-11-25T00:00:00Z');
  const lists = await deliveriesOf(world, 'digest');
  expect(lists.map(({ onDate, live }) => ({ onDate, live }))).toEqual([
    { onDate: '2026-11-24', live: false },
    { onDate: '2026-11-25', live: true },
  ]);
});
