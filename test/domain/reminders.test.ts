import fc from 'fast-check';
import { createCalendar } from '../../src/domain/calendar';
import { addDays, type LocalDate, weekdayOf } from '../../src/domain/dates';
import { firstMorning, isRemindedOn, remindOn, secondLookAt } from '../../src/domain/reminders';

const everyDay = () => true;
const on =
  (...weekdays: number[]) =>
  (day: LocalDate) =>
    weekdays.includes(weekdayOf(day));

/** Due on Wednesday 25 November, set on Friday the 20th after a contact that day; the floor ends on Friday the 27th. */
const base = {
  dueOn: '2026-11-25',
  notBefore: '2026-11-20',
  floorOn: '2026-11-27',
  lastContactOn: '2026-11-20',
  worksOn: everyDay,
};

/** The same by looking at one day after the other. */
function searched({ dueOn, notBefore, floorOn, lastContactOn, worksOn }: Parameters<typeof remindOn>[0]) {
  const isPossible = (on: LocalDate) =>
    on >= notBefore && (!lastContactOn || on > lastContactOn) && worksOn(on);
  const days = Array.from({ length: 80 }, (_, n) => addDays('2026-11-10', n));
  const possible = days.filter(isPossible);
  const inTime = possible.filter((on) => on <= dueOn).at(-1);
  if (inTime) return inTime;
  const floorWasOver =
    floorOn !== null && (floorOn < notBefore || (lastContactOn !== null && floorOn <= lastContactOn));
  const [next = null] = possible;
  return floorWasOver || floorOn === null ? next : (possible.find((on) => on <= floorOn) ?? null);
}

describe('the day of the reminder', () => {
  it.each([
    ['is the due day when she works', {}, '2026-11-25'],
    ['is her last working day before it otherwise', { worksOn: on(2, 5) }, '2026-11-24'],
    ['is never the day of the contact itself', { worksOn: on(5) }, '2026-11-27'],
    ['is never before the due day was set', { worksOn: on(2, 5), notBefore: '2026-11-25' }, '2026-11-27'],
    [
      'is her next working day when that keeps the floor',
      { worksOn: on(4), notBefore: '2026-11-20' },
      '2026-11-26',
    ],
    ['is nobody’s when only a day past the floor is left', { worksOn: on(6), notBefore: '2026-11-22' }, null],
    [
      'is her next working day when the floor was missed before',
      { worksOn: on(6), notBefore: '2026-11-28' },
      '2026-11-28',
    ],
    ['is nobody’s when she never works', { worksOn: () => false }, null],
  ])('%s', (_, given, expected) => {
    expect(remindOn({ ...base, ...given })).toBe(expected);
  });

  it('is the latest possible day up to the due day, else the next one that keeps the floor, whatever the case', () => {
    const day = fc.integer({ min: -10, max: 20 }).map((n) => addDays('2026-11-25', n));
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }));
    const { isWorkingDay } = createCalendar({ country: 'JP', weekdays: [1, 2, 3, 4, 5, 6, 7], closures: [] });
    fc.assert(
      fc.property(
        day,
        day,
        fc.option(day),
        fc.option(day),
        weekdays,
        (dueOn, notBefore, floorOn, lastContactOn, own) => {
          const worksOn = (one: LocalDate) => own.includes(weekdayOf(one)) && isWorkingDay(one);
          const given = { dueOn, notBefore, floorOn, lastContactOn, worksOn };
          expect(remindOn(given)).toBe(searched(given));
        },
      ),
    );
  });
});

describe('a supporter in Los Angeles of a program in Tokyo', () => {
  const calendar = createCalendar({ country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [] });
  const time = {
    zone: 'America/Los_Angeles',
    weekdays: null,
    startsAt: '09:00',
    endsAt: '18:00',
    absences: [],
    calendars: [calendar],
  };
  const week = Array.from({ length: 7 }, (_, n) => addDays('2026-12-05', n));
  const reminded = (...given: [Parameters<typeof isRemindedOn>[2]]) =>
    week.filter(isRemindedOn(time, 'Asia/Tokyo', ...given)).map(weekdayOf);

  it('is reminded on Saturday and from Tuesday on, by its dates', () => {
    expect(reminded(null)).toEqual([6, 2, 3, 4, 5]);
  });

  it('is reminded within her cover alone', () => {
    // From Tuesday at midnight where the absent one is: in New York it is Monday at noon then, in Tokyo Tuesday.
    const stint = { zone: 'America/New_York', from: '2026-12-08', until: '2026-12-09' };
    expect(reminded(stint)).toEqual([3, 4]);
  });
});

describe('the first morning of whoever stands in', () => {
  const calendar = createCalendar({ country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [] });
  const time = { weekdays: null, startsAt: '09:00', endsAt: '18:00', absences: [], calendars: [calendar] };
  const tokyo = { ...time, zone: 'Asia/Tokyo' };
  const losAngeles = { ...time, zone: 'America/Los_Angeles' };
  const morning = (...given: Parameters<typeof firstMorning>) => firstMorning(...given)?.toISOString();

  it('lies within the absence, where whoever is away is', () => {
    const inTokyo = { zone: 'Asia/Tokyo', from: '2026-06-10', until: '2026-06-10' };
    expect(morning(tokyo, inTokyo)).toBe('2026-06-10T00:00:00.000Z');
    // The ninth of June in Los Angeles, one in the morning of the tenth in Tokyo.
    expect(morning(losAngeles, inTokyo)).toBe('2026-06-09T16:00:00.000Z');
    const inLosAngeles = { ...inTokyo, zone: 'America/Los_Angeles' };
    expect(morning(tokyo, inLosAngeles)).toBe('2026-06-11T00:00:00.000Z');
  });

  it('is a working day of hers: the first within the absence, else the last before it', () => {
    const week = { zone: 'Asia/Tokyo', from: '2026-06-13', until: '2026-06-21' };
    expect(morning({ ...tokyo, weekdays: [3] }, week)).toBe('2026-06-17T00:00:00.000Z');
    const absences = [{ from: '2026-06-12', to: '2026-06-15' }];
    expect(morning({ ...tokyo, absences }, { ...week, until: '2026-06-14' })).toBe(
      '2026-06-11T00:00:00.000Z',
    );
    expect(morning({ ...tokyo, calendars: [] }, week)).toBeUndefined();
  });
});

it.each([
  ['09:00', '18:00', '16:00'],
  ['09:30', '12:15', '10:15'],
  ['09:00', '11:00', null],
  ['00:30', '01:30', null],
])('a day from %s to %s has its second look at %s', (startsAt, endsAt, at) => {
  expect(secondLookAt({ startsAt, endsAt })).toBe(at);
});
