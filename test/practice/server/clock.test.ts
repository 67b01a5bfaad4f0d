import { createCalendar } from '../../../src/domain/calendar';
import { addDays, type LocalDate, localDateAt, localTimeAt } from '../../../src/domain/dates';
import { ClockStuck, createClockMover } from '../../../src/practice/move-clock';
import type { Message, StreamEvent } from '../../../src/practice/protocol';
import { workspaceSeed } from '../../../src/practice/sample/workspace';
import { saveSettings } from '../../../src/usecases/save-settings';
import { type OpenPage, openPracticePage, sceneOf } from './open-page';

jest.setTimeout(90_000);

const zone = 'Asia/Tokyo';
const { isWorkingDay } = createCalendar({ country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [] });

const usualSettings = {
  ...{ weekdays: null, startsAt: '09:00', endsAt: '18:00', ownZone: null },
  ...{ remindersOn: true, secondLook: false },
};

let open: OpenPage;

beforeAll(async () => {
  open = await openPracticePage();
  await open.practice.slack.until(() => digests().length > 0, 15_000);
});

afterAll(() => open.close());

const dayOf = ({ ts }: Message, there: string) => localDateAt(new Date(Number(ts) * 1000), there);
const digests = () => open.practice.slack.messages('C0TEAM');
const digestDays = () => digests().map((digest) => dayOf(digest, zone));
const today = () => localDateAt(open.practice.clock.now(), zone);
const move = (to: 'next_morning' | 'next_day' | 'next_week') =>
  open.perform('U0MORI', { kind: 'move_clock', to });

/** The working days after one day, up to another. */
function workingDays(after: LocalDate, upTo: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let on = addDays(after, 1); on <= upTo; on = addDays(on, 1)) if (isWorkingDay(on)) days.push(on);
  return days;
}

/** The local days on which somebody got a reminder. */
function reminderDays(userId: string): LocalDate[] {
  const { slack } = open.practice;
  const there = slack.users().find(({ id }) => id === userId)?.tz ?? '';
  return slack.dm(userId).map((reminder) => dayOf(reminder, there));
}

const clocks = (events: readonly StreamEvent[]) =>
  events.flatMap((event) => (event.kind === 'clock' ? [event.clock] : []));

it("the next morning brings that day's list, and today's not once more", async () => {
  const before = digestDays();
  const [next] = workingDays(today(), addDays(today(), 14));
  const listener = await open.listen('U0MORI');
  expect(await move('next_morning')).toEqual({ ok: true });
  expect(digestDays()).toEqual([...before, next]);
  expect(localTimeAt(open.practice.clock.now(), zone)).toBe('09:00');
  await listener.hears('clock', ({ clock }) => clock.movingTo === null);
  const heard = clocks(listener.events());
  expect(heard[0]).toMatchObject({ movingTo: expect.stringContaining('T00:00:00.000Z') });
  expect(heard.length).toBeGreaterThan(2);
  const times = heard.map(({ now }) => now);
  expect(times).toEqual([...times].sort());
  listener.hangUp();
});

it('a week brings a list per working day, each reminder once per person and day, and takes no minute', async () => {
  const before = digestDays();
  const from = today();
  const began = Date.now();
  expect(await move('next_week')).toEqual({ ok: true });
  expect(Date.now() - began).toBeLessThan(30_000);
  expect(today()).toBe(addDays(from, 7));
  expect(digestDays()).toEqual([...before, ...workingDays(from, today())]);
  for (const { id } of open.practice.slack.users().filter(({ isBot }) => !isBot)) {
    const days = reminderDays(id);
    expect([id, days]).toEqual([id, [...new Set(days)].sort()]);
  }
  expect(reminderDays('U0MORI')).toEqual(expect.arrayContaining(workingDays(from, today())));
  expect(reminderDays('U0KUDO').filter((day) => day >= from).length).toBeGreaterThan(3);
  expect(reminderDays('U0GUEST')).toEqual([]);
  expect(open.practice.slack.refusals).toEqual([]);
});

it('is moved by one person at a time, and everybody sees that it is', async () => {
  const from = today();
  const listener = await open.listen('U0SEKI');
  const moving = move('next_week');
  await listener.hears('clock', ({ clock }) => clock.movingTo !== null);
  const late = await open.listen('U0HARA');
  expect(sceneOf(late.events()).clock.movingTo).not.toBeNull();
  const second = await open.perform('U0SEKI', { kind: 'move_clock', to: 'next_day' });
  expect(second).toMatchObject({ ok: false, code: 'not_possible' });
  expect(await moving).toEqual({ ok: true });
  expect(today()).toBe(addDays(from, 7));
  for (const one of [listener, late]) one.hangUp();
});

it('says what keeps it from going on, and goes on once that is over', async () => {
  const { slack } = open.practice;
  const mover = createClockMover(open.practice, 500);
  const [next] = workingDays(today(), addDays(today(), 14));
  slack.faults.add({ method: 'chat.postMessage', kind: 'slow', ms: 1500 });
  const stuck = mover.move('next_morning');
  await expect(stuck).rejects.toThrow(ClockStuck);
  await expect(stuck).rejects.toThrow(/not posted/);
  expect(mover.movingTo()).toBeNull();
  slack.faults.clear();
  expect(await move('next_day')).toEqual({ ok: true });
  expect(digestDays().filter((day) => day === next)).toHaveLength(1);
});

it('leaves off when the practice workspace is ended, and goes on from there', async () => {
  const from = today();
  const mover = createClockMover(open.practice);
  const moving = mover.move('next_week');
  await open.practice.slack.until(() => today() > addDays(from, 1), 15_000);
  await mover.close();
  await moving;
  expect(today() < addDays(from, 7)).toBe(true);
  await expect(mover.move('next_day')).rejects.toThrow('already');
  expect(await move('next_morning')).toEqual({ ok: true });
  expect(digestDays()).toEqual([...new Set(digestDays())].sort());
});

it('stops for the second look of whoever asked for one, two hours before her day ends', async () => {
  const { slack, banso } = open.practice;
  expect(await move('next_morning')).toEqual({ ok: true });
  const asked = today();
  await saveSettings(banso.deps.context(), {
    workspaceId: workspaceSeed.team.id,
    userId: 'U0MORI',
    settings: { ...usualSettings, secondLook: true },
  });
  expect(await move('next_day')).toEqual({ ok: true });
  const times = slack.dm('U0MORI').map(({ ts }) => new Date(Number(ts) * 1000));
  const ofDay = times.filter((at) => localDateAt(at, zone) === asked).map((at) => localTimeAt(at, zone));
  expect(ofDay).toEqual(['09:00', '16:00']);
});
