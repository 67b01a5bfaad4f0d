import { eq } from 'drizzle-orm';
import { members } from '../../src/db/schema';
import { deliveriesOf, deliveryTo, namesOn, reminderText } from '../support/lists';
import { startWorld, type World } from '../support/world';
import { logContact } from './log-contact';

let world: World;

beforeEach(async () => {
  world = await startWorld({ at: '2026-11-19T15:00:00Z' });
});
afterEach(() => world.close());

/** Sweeps at an instant. @returns how many reminders somebody has then */
async function remindersAt(at: string, userId = 'U0AOI'): Promise<number> {
  world.clock.set(at);
  await world.sweep();
  return world.slack.dm(userId).length;
}

test('comes once a day, at nine', async () => {
  const program = await world.records.program();
  await world.records.learner(program);
  expect(await remindersAt('2026-11-23T23:59:59Z')).toBe(0);
  expect(await remindersAt('2026-11-24T00:00:00Z')).toBe(1);
  expect(await remindersAt('2026-11-24T00:00:30Z')).toBe(1);
  expect(await remindersAt('2026-11-24T14:59:00Z')).toBe(1);
  expect(await remindersAt('2026-11-25T00:00:00Z')).toBe(2);
});

test('keeps to the public holiday and the weekend, though somebody is overdue', async () => {
  const program = await world.records.program();
  await world.records.learner(program, { dueOn: '2026-11-20', lastContactOn: '2026-11-17' });
  expect(await remindersAt('2026-11-20T00:00:00Z')).toBe(1);
  for (const day of ['21', '22', '23']) expect(await remindersAt(`2026-11-${day}T01:00:00Z`)).toBe(1);
  expect(await remindersAt('2026-11-24T00:00:00Z')).toBe(2);
});

test('is not made for people with nobody due', async () => {
  const program = await world.records.program();
  await world.records.learner(program, { companionId: 'U0MORI' });
  await world.records.learner(program, { dueOn: '2026-12-01' });
  await world.records.learner(program, { status: 'paused' });
  expect(await remindersAt('2026-11-24T00:00:00Z', 'U0AOI')).toBe(0);
  expect(world.slack.dm('U0MORI')).toHaveLength(1);
});

test('is tried each day for somebody whom Slack could not reach, who is reachable once it arrives', async () => {
  const program = await world.records.program();
  await world.records.learner(program);
  const away = { unreachableSince: world.clock.now(), unreachableBecause: 'messages_tab_disabled' };
  await world.deps.db.update(members).set(away).where(eq(members.userId, 'U0AOI'));
  expect(await remindersAt('2026-11-24T00:00:00Z')).toBe(1);
  const [aoi] = await world.deps.db.select().from(members).where(eq(members.userId, 'U0AOI'));
  expect(aoi).toMatchObject({ unreachableSince: null, unreachableBecause: null });
});

test('leaves out whoever was contacted this morning', async () => {
  const program = await world.records.program();
  const early = await world.records.learner(program, { name: '早い 人' });
  await world.records.learner(program, { name: '待つ 人' });
  world.clock.set('2026-11-23T22:00:00Z');
  await logContact(world, early);
  await remindersAt('2026-11-24T00:00:00Z');
  expect(await namesOn(world, await deliveryTo(world, 'U0AOI'))).toEqual(['待つ 人']);
});

test('holds the learners of all her programs, once', async () => {
  const web = await world.records.program();
  const data = await world.records.program({ name: 'データ', channelId: 'C0OTHER' });
  await world.records.learner(web, { name: 'ウェブの人' });
  await world.records.learner(data, { name: 'データの人', dueOn: '2026-11-23' });
  expect(await remindersAt('2026-11-24T00:00:00Z')).toBe(1);
  expect(await namesOn(world, await deliveryTo(world, 'U0AOI'))).toEqual(['データの人', 'ウェブの人']);
});

test('is planned once when two sweeps overlap', async () => {
  const people = Array.from({ length: 30 }, (_, n) => `U0P${n}`);
  const program = await world.records.program({ people });
  for (const companionId of people) await world.records.learner(program, { companionId });
  world.clock.set('2026-11-24T00:00:00Z');
  await Promise.all([world.handlers.sweep({}), world.handlers.sweep({}), world.handlers.sweep({})]);
  const planned = await deliveriesOf(world, 'reminder');
  expect(planned.map(({ recipient }) => recipient).sort()).toEqual([...people].sort());
});

test('is not posted when nobody on it is open any more', async () => {
  const program = await world.records.program();
  const learner = await world.records.learner(program);
  world.clock.set('2026-11-24T00:00:00Z');
  await world.handlers.sweep({});
  await logContact(world, learner);
  await world.sweep();
  expect(world.slack.dm('U0AOI')).toEqual([]);
  expect(await deliveryTo(world, 'U0AOI')).toMatchObject({ status: 'dropped', live: false });
});

test("ends the life of the day before's reminder", async () => {
  const program = await world.records.program();
  const learner = await world.records.learner(program, { name: '佐藤 花子' });
  await remindersAt('2026-11-24T00:00:00Z');
  await remindersAt('2026-11-25T00:00:00Z');
  const before = world.slack.dm('U0AOI').at(0);
  await logContact(world, learner, { contactedOn: '2026-11-25' });
  await world.sweep();
  expect(reminderText(world, 'U0AOI')).toMatch(/✅.*~佐藤 花子~/);
  expect(world.slack.dm('U0AOI').at(0)).toEqual(before);
});
