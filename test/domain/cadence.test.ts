import { type CadenceInput, nextContact } from '../../src/domain/cadence';
import { createCalendar } from '../../src/domain/calendar';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const june = createCalendar({ country: 'JP', weekdays: MONDAY_TO_FRIDAY, closures: [] });
const newYear = createCalendar({
  country: 'JP',
  weekdays: MONDAY_TO_FRIDAY,
  closures: ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04'],
});

/** A course from Monday 1 June 2026, twice a week, at least every seven days. */
const course: CadenceInput = {
  startedOn: '2026-06-01',
  endsOn: '2026-09-30',
  lastContactOn: null,
  rhythm: { kind: 'perWeek', times: 2 },
  floorDays: 7,
  plannedOn: null,
  pauses: [],
  isWorkingDay: june.isWorkingDay,
};

/** A course across the New Year, with the team's winter closure. */
const winter: CadenceInput = {
  ...course,
  startedOn: '2026-11-02',
  endsOn: '2027-02-28',
  isWorkingDay: newYear.isWorkingDay,
};

function next(base: CadenceInput, changes: Partial<CadenceInput>) {
  const { dueOn, floorOn, reason } = nextContact({ ...base, ...changes });
  return `${reason} ${dueOn} floor ${floorOn}`;
}

describe('rule 1: the first contact', () => {
  it.each([
    ['on the first day', {}, 'first 2026-06-01 floor 2026-06-07'],
    ['start on a Saturday', { startedOn: '2026-06-06' }, 'first 2026-06-08 floor 2026-06-12'],
    // Counted as rule 1 and not as an anchor for rule 2, which would give 25 May: before the course.
    ['a welcome before the course', { lastContactOn: '2026-05-20' }, 'first 2026-06-01 floor 2026-06-07'],
    ['a welcome on the day before', { lastContactOn: '2026-05-31' }, 'first 2026-06-01 floor 2026-06-07'],
    [
      'a floor of a day on a Saturday',
      { startedOn: '2026-06-06', floorDays: 1 },
      'floor 2026-06-08 floor 2026-06-06',
    ],
  ])('%s', (_, changes, expected) => {
    expect(next(course, changes)).toBe(expected);
  });

  it('waits for the end of the winter closure', () => {
    expect(next(winter, { startedOn: '2026-12-29' })).toBe('floor 2027-01-05 floor 2027-01-04');
    expect(next(winter, { startedOn: '2026-12-31' })).toBe('first 2027-01-05 floor 2027-01-06');
  });
});

describe('rule 2: the rhythm', () => {
  it.each([
    [1, '2026-06-15'],
    [2, '2026-06-11'],
    [3, '2026-06-10'],
    [4, '2026-06-09'],
    [5, '2026-06-09'],
    [6, '2026-06-09'],
    [7, '2026-06-09'],
  ])('%i times a week from Monday the 8th', (times, dueOn) => {
    const rhythm = { kind: 'perWeek', times } as const;
    expect(next(course, { lastContactOn: '2026-06-08', rhythm })).toBe(`rhythm ${dueOn} floor 2026-06-15`);
  });

  it.each([
    ['Monday', '2026-06-08', 'rhythm 2026-06-11 floor 2026-06-15'],
    ['Tuesday', '2026-06-09', 'rhythm 2026-06-12 floor 2026-06-16'],
    ['Wednesday', '2026-06-10', 'rhythm 2026-06-15 floor 2026-06-17'],
    ['Thursday', '2026-06-11', 'rhythm 2026-06-15 floor 2026-06-18'],
    ['Friday', '2026-06-12', 'rhythm 2026-06-15 floor 2026-06-19'],
    ['Sunday', '2026-06-14', 'rhythm 2026-06-17 floor 2026-06-21'],
  ])('twice a week from a %s', (_, lastContactOn, expected) => {
    expect(next(course, { lastContactOn })).toBe(expected);
  });

  it.each([
    ['every 3 days', { kind: 'everyDays', days: 3 }, '2026-06-08', '2026-06-11'],
    ['every day, on a Friday', { kind: 'everyDays', days: 1 }, '2026-06-12', '2026-06-15'],
    ['Monday and Thursday, on a Monday', { kind: 'weekdays', weekdays: [1, 4] }, '2026-06-08', '2026-06-11'],
    [
      'Thursday and Monday, on a Thursday',
      { kind: 'weekdays', weekdays: [4, 1] },
      '2026-06-11',
      '2026-06-15',
    ],
    ['Monday, on a Monday', { kind: 'weekdays', weekdays: [1] }, '2026-06-08', '2026-06-15'],
    ['Saturday, no working day', { kind: 'weekdays', weekdays: [6] }, '2026-06-08', '2026-06-15'],
  ] as const)('%s', (_, rhythm, lastContactOn, dueOn) => {
    const own = rhythm.kind === 'weekdays' ? { ...rhythm, weekdays: [...rhythm.weekdays] } : rhythm;
    expect(nextContact({ ...course, lastContactOn, rhythm: own })).toMatchObject({ dueOn, reason: 'rhythm' });
  });

  it('steps over public holidays', () => {
    expect(next(winter, { lastContactOn: '2026-11-20' })).toBe('rhythm 2026-11-24 floor 2026-11-27');
    expect(next(winter, { lastContactOn: '2026-12-25' })).toBe('rhythm 2026-12-28 floor 2027-01-01');
  });
});

describe('rule 3: the planned contact', () => {
  it.each([
    ['sooner than the rhythm', { plannedOn: '2026-06-09' }, 'planned 2026-06-09 floor 2026-06-15'],
    ['later than the rhythm', { plannedOn: '2026-06-15' }, 'planned 2026-06-15 floor 2026-06-15'],
    ['on a Saturday', { plannedOn: '2026-06-13' }, 'planned 2026-06-15 floor 2026-06-15'],
    ['on the day of the contact: kept', { plannedOn: '2026-06-08' }, 'rhythm 2026-06-11 floor 2026-06-15'],
    ['before the contact: past', { plannedOn: '2026-06-03' }, 'rhythm 2026-06-11 floor 2026-06-15'],
    [
      'instead of the first',
      { lastContactOn: null, plannedOn: '2026-06-03' },
      'planned 2026-06-03 floor 2026-06-07',
    ],
    [
      'before the course',
      { lastContactOn: null, plannedOn: '2026-05-29' },
      'first 2026-06-01 floor 2026-06-07',
    ],
  ])('%s', (_, changes, expected) => {
    expect(next({ ...course, lastContactOn: '2026-06-08' }, changes)).toBe(expected);
  });
});

describe('rule 4: the floor', () => {
  const everyTenDays = { kind: 'everyDays', days: 10 } as const;

  it.each([
    ['beats the rhythm', { rhythm: everyTenDays }, 'floor 2026-06-15 floor 2026-06-15'],
    ['beats the plan', { plannedOn: '2026-06-23' }, 'floor 2026-06-15 floor 2026-06-15'],
    [
      'moves back from a weekend',
      { rhythm: everyTenDays, floorDays: 5 },
      'floor 2026-06-12 floor 2026-06-13',
    ],
    [
      'gives way where no day is left',
      { lastContactOn: '2026-06-12', floorDays: 2 },
      'floor 2026-06-15 floor 2026-06-14',
    ],
    [
      'beats the first contact',
      { lastContactOn: null, plannedOn: '2026-06-30' },
      'floor 2026-06-05 floor 2026-06-07',
    ],
  ])('%s', (_, changes, expected) => {
    expect(next({ ...course, lastContactOn: '2026-06-08' }, changes)).toBe(expected);
  });

  it.each([
    [
      'before the closure',
      '2026-12-24',
      { rhythm: { kind: 'everyDays', days: 7 } as const },
      'floor 2026-12-28 floor 2026-12-31',
    ],
    ['when the closure takes it whole', '2026-12-28', {}, 'floor 2027-01-05 floor 2027-01-04'],
    ['after the closure', '2026-12-29', {}, 'rhythm 2027-01-05 floor 2027-01-05'],
    [
      'on a holiday Monday',
      '2026-11-16',
      { rhythm: { kind: 'weekdays' as const, weekdays: [1] } },
      'floor 2026-11-20 floor 2026-11-23',
    ],
  ])('%s', (_, lastContactOn, changes, expected) => {
    expect(next(winter, { lastContactOn, ...changes })).toBe(expected);
  });
});

describe('rule 5: return from a pause', () => {
  const pause = (from: number, to: number) => ({ from: day(from), to: day(to) });
  const day = (n: number) => `2026-06-${String(n).padStart(2, '0')}`;

  it.each([
    ['over the due day', [pause(10, 19)], {}, 'return 2026-06-22 floor 2026-06-22'],
    ['from the due day on', [pause(11, 19)], {}, 'return 2026-06-22 floor 2026-06-22'],
    ['after the due day', [pause(12, 19)], {}, 'rhythm 2026-06-11 floor 2026-06-15'],
    ['over before the due day', [pause(9, 9)], {}, 'return 2026-06-10 floor 2026-06-15'],
    ['it brings a plan forward', [pause(9, 9)], { plannedOn: day(15) }, 'return 2026-06-10 floor 2026-06-15'],
    [
      'it takes the floor with it',
      [pause(10, 19)],
      { plannedOn: day(15) },
      'return 2026-06-22 floor 2026-06-22',
    ],
    ['one after the other', [pause(15, 19), pause(10, 14)], {}, 'return 2026-06-22 floor 2026-06-22'],
    ['apart', [pause(10, 11), pause(17, 19)], {}, 'return 2026-06-12 floor 2026-06-15'],
    // Taken one by one, the inner pause would bring her back on the 15th, in the middle of the outer one.
    ['one inside the other', [pause(11, 12), pause(10, 26)], {}, 'return 2026-06-29 floor 2026-06-29'],
    [
      'from one day, of two lengths',
      [pause(10, 26), pause(10, 12)],
      {},
      'return 2026-06-29 floor 2026-06-29',
    ],
    ['contact on its last day', [pause(5, 8)], {}, 'rhythm 2026-06-11 floor 2026-06-15'],
    ['contact in the middle of it', [pause(5, 10)], {}, 'return 2026-06-11 floor 2026-06-15'],
    [
      'at the start of the course',
      [pause(1, 5)],
      { lastContactOn: null },
      'return 2026-06-08 floor 2026-06-08',
    ],
  ])('%s', (_, pauses, changes, expected) => {
    expect(next({ ...course, lastContactOn: day(8), pauses }, changes)).toBe(expected);
  });
});

describe('rule 6: the end of the course', () => {
  it.each([
    ['closes on the last day', { endsOn: '2026-06-10' }, 'closing 2026-06-10 floor 2026-06-15'],
    [
      'closes on the last working day',
      { endsOn: '2026-06-14', lastContactOn: '2026-06-11' },
      'closing 2026-06-12 floor 2026-06-18',
    ],
    [
      'was closed by the last contact',
      { endsOn: '2026-06-14', lastContactOn: '2026-06-12' },
      'over null floor null',
    ],
    ['contact after the end', { endsOn: '2026-06-14', lastContactOn: '2026-06-17' }, 'over null floor null'],
    ['due on the last day', { endsOn: '2026-06-11' }, 'rhythm 2026-06-11 floor 2026-06-15'],
    [
      'ends in a pause',
      { endsOn: '2026-06-19', pauses: [{ from: '2026-06-10', to: '2026-06-30' }] },
      'over null floor null',
    ],
    [
      'a planned day after it',
      { endsOn: '2026-06-12', plannedOn: '2026-06-15' },
      'closing 2026-06-12 floor 2026-06-15',
    ],
    [
      'a weekend course',
      { startedOn: '2026-06-06', endsOn: '2026-06-07', lastContactOn: null },
      'over null floor null',
    ],
  ])('%s', (_, changes, expected) => {
    expect(next({ ...course, lastContactOn: '2026-06-08' }, changes)).toBe(expected);
  });
});

it('without any working day within 400 days, names the plain day rather than nothing', () => {
  const input = { ...course, lastContactOn: '2026-06-08', isWorkingDay: () => false };
  expect(nextContact(input)).toEqual({ dueOn: '2026-06-11', floorOn: '2026-06-15', reason: 'rhythm' });
});

describe('bad input', () => {
  it.each<[Partial<CadenceInput>, string]>([
    [{ startedOn: '2026-02-30' }, "startedOn is 2026-02-30, expected a real day 'YYYY-MM-DD'"],
    [{ endsOn: '2026/09/30' }, "endsOn is 2026/09/30, expected a real day 'YYYY-MM-DD'"],
    [{ endsOn: '2026-05-31' }, 'endsOn is 2026-05-31, expected a day on or after startedOn (2026-06-01)'],
    [{ lastContactOn: '' }, "lastContactOn is , expected a real day 'YYYY-MM-DD'"],
    [{ plannedOn: 'soon' }, "plannedOn is soon, expected a real day 'YYYY-MM-DD'"],
    [{ floorDays: 0 }, 'floorDays is 0, expected a whole number of 1 or more'],
    [{ floorDays: 1.5 }, 'floorDays is 1.5, expected a whole number of 1 or more'],
    [{ rhythm: { kind: 'perWeek', times: 0 } }, 'rhythm.times is 0, expected a whole number from 1 to 7'],
    [{ rhythm: { kind: 'perWeek', times: 8 } }, 'rhythm.times is 8, expected a whole number from 1 to 7'],
    [{ rhythm: { kind: 'everyDays', days: 0 } }, 'rhythm.days is 0, expected a whole number of 1 or more'],
    [{ rhythm: { kind: 'weekdays', weekdays: [] } }, 'rhythm.weekdays is [], expected at least one weekday'],
    [
      { rhythm: { kind: 'weekdays', weekdays: [1, 8] } },
      'rhythm.weekdays is 8, expected a whole number from 1 to 7',
    ],
    [
      { pauses: [{ from: '2026-06-10', to: '2026-06-09' }] },
      'pauses[0].to is 2026-06-09, expected a day on or after its from (2026-06-10)',
    ],
  ])('%j', (changes, message) => {
    expect(() => nextContact({ ...course, ...changes })).toThrow(new RangeError(`nextContact: ${message}`));
  });
});
