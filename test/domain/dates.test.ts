import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  earlier,
  instantAt,
  isLocalDate,
  isZone,
  later,
  localDateAt,
  localTimeAt,
  weekdayOf,
} from '../../src/domain/dates';

const anyDate = fc.integer({ min: -40_000, max: 80_000 }).map((days) => addDays('2026-01-01', days));

describe('isLocalDate', () => {
  it.each(['2026-01-01', '2028-02-29', '2000-02-29', '1900-01-01', '2200-12-31'])('takes %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2201-01-01',
    '2026-1-1',
    '2026/01/01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '２０２６-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});

describe('counting days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-06-01', 0, '2026-06-01'],
  ])('%s + %i = %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it('goes forth and back to the same day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(addDays(addDays(from, days), -days)).toBe(from);
      }),
    );
  });

  it('names the value of a day that is none', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(
      new RangeError("date is '2026-02-30', expected a real day 'YYYY-MM-DD'"),
    );
    expect(() => daysBetween('2026-01-01', 'soon')).toThrow(RangeError);
  });

  it('orders days', () => {
    expect(earlier('2026-09-30', '2026-10-01')).toBe('2026-09-30');
    expect(later('2026-09-30', '2026-10-01')).toBe('2026-10-01');
  });
});

describe('weekdayOf', () => {
  it.each([
    ['2026-11-23', 1],
    ['2026-11-24', 2],
    ['2026-11-28', 6],
    ['2026-11-29', 7],
    ['1969-12-31', 3],
  ])('%s is weekday %i', (on, weekday) => {
    expect(weekdayOf(on)).toBe(weekday);
  });
});

describe('localDateAt and localTimeAt', () => {
  it.each([
    ['2026-11-22T14:59:59Z', 'Asia/Tokyo', '2026-11-22', '23:59'],
    ['2026-11-22T15:00:00Z', 'Asia/Tokyo', '2026-11-23', '00:00'],
    ['2026-11-23T07:59:59Z', 'America/Los_Angeles', '2026-11-22', '23:59'],
    ['2026-07-01T07:00:00Z', 'America/Los_Angeles', '2026-07-01', '00:00'],
    ['2026-01-01T00:15:00Z', 'Asia/Kathmandu', '2026-01-01', '06:00'],
    ['2026-01-01T11:00:00Z', 'Pacific/Kiritimati', '2026-01-02', '01:00'],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01', '00:00'],
  ])('%s in %s is %s %s', (instant, zone, on, time) => {
    expect(localDateAt(new Date(instant), zone)).toBe(on);
    expect(localTimeAt(new Date(instant), zone)).toBe(time);
  });

  it('refuses an unknown zone and an invalid instant', () => {
    expect(() => localDateAt(new Date(0), 'Mars/Phobos')).toThrow(RangeError);
    expect(() => localTimeAt(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
  });
});

describe('instantAt', () => {
  it.each([
    ['an ordinary time', '2026-11-23', '09:00', 'Asia/Tokyo', '2026-11-23T00:00:00.000Z'],
    [
      'before the clocks go forward',
      '2026-03-08',
      '01:59',
      'America/Los_Angeles',
      '2026-03-08T09:59:00.000Z',
    ],
    ['the first skipped minute', '2026-03-08', '02:00', 'America/Los_Angeles', '2026-03-08T10:00:00.000Z'],
    ['the middle of the gap', '2026-03-08', '02:30', 'America/Los_Angeles', '2026-03-08T10:00:00.000Z'],
    ['after the gap', '2026-03-08', '03:00', 'America/Los_Angeles', '2026-03-08T10:00:00.000Z'],
    ['a time that comes twice', '2026-11-01', '01:30', 'America/Los_Angeles', '2026-11-01T08:30:00.000Z'],
    ['after the clocks went back', '2026-11-01', '02:00', 'America/Los_Angeles', '2026-11-01T10:00:00.000Z'],
    ['a gap in Paris', '2026-03-29', '02:15', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
    ['twice in Sydney', '2026-04-05', '02:30', 'Australia/Sydney', '2026-04-04T15:30:00.000Z'],
    ['a gap of half an hour', '2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['a gap at midnight', '2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['a day that was left out', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s', (_, on, time, zone, instant) => {
    expect(instantAt(on, time, zone).toISOString()).toBe(instant);
  });

  it('is the way back from the local date and time', () => {
    const zone = fc.constantFrom(
      'Asia/Tokyo',
      'America/Los_Angeles',
      'Europe/Paris',
      'Australia/Sydney',
      'UTC',
    );
    const minute = fc.integer({ min: 26_297_280, max: 31_556_736 }); // 2020 to 2030
    fc.assert(
      fc.property(zone, minute, (name, minutes) => {
        const instant = new Date(minutes * 60_000);
        const again = instantAt(localDateAt(instant, name), localTimeAt(instant, name), name);
        const hoursBefore = (instant.getTime() - again.getTime()) / 3_600_000;
        expect([0, 1]).toContain(hoursBefore); // one hour: the second pass of a time that comes twice
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['2026-02-30', '09:00', 'UTC'],
    ['2026-02-01', '24:00', 'UTC'],
    ['2026-02-01', '9:00', 'UTC'],
    ['2026-02-01', '09:00', 'Tokyo'],
  ])('refuses %s %s %s', (on, time, zone) => {
    expect(() => instantAt(on, time, zone)).toThrow(RangeError);
  });
});

describe('isZone', () => {
  it.each(['Asia/Tokyo', 'America/Argentina/Buenos_Aires', 'UTC'])('knows %s', (name) => {
    expect(isZone(name)).toBe(true);
  });

  it.each(['Mars/Phobos', '+09:00', '', '東京', 'X+09'])('refuses %j', (name) => {
    expect(isZone(name)).toBe(false);
  });
});
