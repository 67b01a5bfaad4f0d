import {
  createCalendar,
  isCountry,
  nextWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../src/domain/calendar';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const japan = createCalendar({ country: 'JP', weekdays: MONDAY_TO_FRIDAY, closures: [] });

function working(country: string, on: string): boolean {
  return createCalendar({ country, weekdays: [1, 2, 3, 4, 5, 6, 7], closures: [] }).isWorkingDay(on);
}

describe('a calendar of Japan', () => {
  it.each([
    ['2026-11-20', true, 'Friday'],
    ['2026-11-21', false, 'Saturday'],
    ['2026-11-22', false, 'Sunday'],
    ['2026-11-23', false, 'Labour Thanksgiving Day'],
    ['2026-11-24', true, 'Tuesday'],
    ['2026-05-06', false, 'substitute holiday: 3 May is a Sunday'],
    ['2026-05-07', true, 'the day after Golden Week'],
    ['2026-09-22', false, "citizens' holiday between two holidays"],
    ['2027-03-22', false, 'substitute holiday of the equinox'],
    ['2027-01-01', false, 'New Year'],
    ['2027-01-04', true, 'no public holiday'],
    ['2026-12-25', true, 'Christmas is no holiday in Japan'],
  ])('%s works: %s (%s)', (on, expected) => {
    expect(japan.isWorkingDay(on)).toBe(expected);
  });
});

describe('a program of its own ways', () => {
  it('works on its own weekdays', () => {
    const weekend = createCalendar({ country: 'JP', weekdays: [6, 7], closures: [] });
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map(weekend.isWorkingDay)).toEqual([false, true, true]);
  });

  it('keeps its closures', () => {
    const closed = createCalendar({
      country: 'JP',
      weekdays: MONDAY_TO_FRIDAY,
      closures: new Set(['2026-12-29']),
    });
    expect(['2026-12-28', '2026-12-29', '2026-12-30'].map(closed.isWorkingDay)).toEqual([true, false, true]);
  });
});

describe('holidays elsewhere', () => {
  it.each([
    ['US', '2027-12-31', false, 'New Year kept on the Friday before'],
    ['US', '2026-11-26', false, 'Thanksgiving'],
    ['SA', '2026-03-21', false, 'third of four days of Eid'],
    ['SA', '2026-03-23', true, 'the day after Eid'],
    ['SZ', '2027-01-02', false, 'last day of a holiday that began in the old year'],
    ['IS', '2026-12-24', true, 'a holiday that begins in the afternoon'],
    ['FR', '2026-11-11', false, 'Armistice'],
    ['FR', '2026-11-23', true, 'a holiday only in Japan'],
  ])('%s %s works: %s (%s)', (country, on, expected) => {
    expect(working(country, on)).toBe(expected);
  });

  it('knows countries by their code in capitals', () => {
    expect(['JP', 'US', 'FR'].every(isCountry)).toBe(true);
    expect(['jp', 'XX', 'Japan', 'toString', ''].some(isCountry)).toBe(false);
  });

  it('refuses a country it does not know', () => {
    expect(() => createCalendar({ country: 'XX', weekdays: MONDAY_TO_FRIDAY, closures: [] })).toThrow(
      new RangeError("createCalendar: country is 'XX', expected a code such as 'JP'"),
    );
  });
});

describe('searching a working day', () => {
  const { isWorkingDay } = createCalendar({
    country: 'JP',
    weekdays: MONDAY_TO_FRIDAY,
    closures: ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04'],
  });

  it.each([
    ['2026-12-28', '2026-12-28', '2026-12-28', '2027-01-05'],
    ['2026-12-29', '2027-01-05', '2026-12-28', '2027-01-05'],
    ['2027-01-04', '2027-01-05', '2026-12-28', '2027-01-05'],
    ['2027-01-05', '2027-01-05', '2027-01-05', '2027-01-06'],
  ])('from %s: on or after %s, on or before %s, after %s', (on, onOrAfter, onOrBefore, after) => {
    expect(workingDayOnOrAfter(on, isWorkingDay)).toBe(onOrAfter);
    expect(workingDayOnOrBefore(on, isWorkingDay)).toBe(onOrBefore);
    expect(nextWorkingDay(on, isWorkingDay)).toBe(after);
  });

  it('gives up after 400 days', () => {
    expect(workingDayOnOrAfter('2026-01-01', () => false)).toBeNull();
    expect(workingDayOnOrBefore('2026-01-01', () => false)).toBeNull();
    expect(nextWorkingDay('2026-01-01', () => false)).toBeNull();
    expect(workingDayOnOrAfter('2026-01-01', (on) => on === '2027-02-05')).toBe('2027-02-05');
    expect(workingDayOnOrAfter('2026-01-01', (on) => on === '2027-02-06')).toBeNull();
  });
});

it('answers 50,000 questions about five years in under a second', () => {
  const started = performance.now();
  let workingDays = 0;
  for (let question = 0; question < 50_000; question += 1) {
    const on = `${2026 + (question % 5)}-0${1 + (question % 9)}-1${question % 7}`;
    const calendar = createCalendar({ country: 'JP', weekdays: MONDAY_TO_FRIDAY, closures: [] });
    if (calendar.isWorkingDay(on)) workingDays += 1;
  }
  expect(workingDays).toBeGreaterThan(20_000);
  expect(performance.now() - started).toBeLessThan(1000);
});
