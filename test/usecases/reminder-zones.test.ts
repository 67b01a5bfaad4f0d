import { deliveryTo, namesOn } from '../support/lists';
import { workspaceSeed } from '../support/workspace';
import { startWorld, type World } from '../support/world';

const sydney = { id: 'U0SYD', name: 'Grace', tz: 'Australia/Sydney', locale: 'en-AU' };

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;

async function start(at: string): Promise<void> {
  world = await startWorld({ at, workspace: { ...workspaceSeed, users: [...workspaceSeed.users, sydney] } });
  await world.records.member(sydney.id, { name: sydney.name, zone: sydney.tz, locale: 'en' });
  program = await world.records.program({ people: ['U0KUDO', sydney.id] });
}

afterEach(() => world.close());

/** Sweeps every hour, which is often enough: all reminders here come on the hour. @returns when each new direct message came, in UTC */
async function remindersFrom(from: string, to: string, userId: string): Promise<string[]> {
  const came: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 60 * 60_000) {
    const before = world.slack.dm(userId).length;
    world.clock.set(new Date(at));
    await world.sweep();
    if (world.slack.dm(userId).length > before) came.push(new Date(at).toISOString());
  }
  return came;
}

test("gives Los Angeles Monday's due learners on Friday, before Monday passes in Tokyo", async () => {
  await start('2026-12-04T12:00:00Z');
  const learner = { companionId: 'U0KUDO', lastContactOn: '2026-12-03', dueSetOn: '2026-12-03' };
  await world.records.learner(program, { ...learner, name: 'Monday', dueOn: '2026-12-07' });
  await world.records.learner(program, { ...learner, name: 'Tuesday', dueOn: '2026-12-08' });
  const came = await remindersFrom('2026-12-04T12:00:00Z', '2026-12-07T14:30:00Z', 'U0KUDO');
  expect(came).toEqual(['2026-12-04T17:00:00.000Z']);
  expect(await namesOn(world, await deliveryTo(world, 'U0KUDO'))).toEqual(['Monday']);
});

test('reminds Los Angeles on her own Monday of those due on Tuesday in Tokyo', async () => {
  await start('2026-12-05T12:00:00Z');
  await world.records.learner(program, { companionId: 'U0KUDO', name: 'Tuesday', dueOn: '2026-12-08' });
  const came = await remindersFrom('2026-12-07T00:00:00Z', '2026-12-08T00:00:00Z', 'U0KUDO');
  expect(came).toEqual(['2026-12-07T17:00:00.000Z']);
});

test("gives Sydney Monday's due learners on her own Monday", async () => {
  await start('2026-12-04T12:00:00Z');
  await world.records.learner(program, { companionId: sydney.id, name: 'Monday', dueOn: '2026-12-07' });
  const came = await remindersFrom('2026-12-05T00:00:00Z', '2026-12-07T12:00:00Z', sydney.id);
  expect(came).toEqual(['2026-12-06T22:00:00.000Z']);
});

test.each([
  { change: 'falls back', person: 'U0KUDO', from: '2026-10-30T12:00:00Z', to: '2026-11-02T20:00:00Z' },
  { change: 'springs forward', person: 'U0KUDO', from: '2027-03-12T12:00:00Z', to: '2027-03-15T20:00:00Z' },
  { change: 'springs forward', person: 'U0SYD', from: '2026-10-01T20:00:00Z', to: '2026-10-05T02:00:00Z' },
])('stays at nine and off the weekend when the clock of $person $change', async ({ person, from, to }) => {
  await start(from);
  await world.records.learner(program, {
    companionId: person,
    startedOn: '2026-08-01',
    endsOn: '2027-06-30',
    lastContactOn: '2026-09-01',
    dueOn: '2026-09-10',
  });
  const came = await remindersFrom(from, to, person);
  const zone = person === 'U0KUDO' ? 'America/Los_Angeles' : sydney.tz;
  const local = came.map((at) =>
    new Date(at).toLocaleString('en-US', { timeZone: zone, weekday: 'short', hour: 'numeric' }),
  );
  expect(local).toEqual(['Fri 9 AM', 'Mon 9 AM']);
});
