import { coverWindow, type WorkingTime, worksOn } from '../../src/domain/availability';
import { createCalendar } from '../../src/domain/calendar';
import { isLastCall } from '../../src/domain/last-call';

/** 2026-11-23 is a public holiday in Japan, a Monday. */
const calendar = createCalendar({ country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: ['2026-12-28'] });

const time = (given: Partial<WorkingTime> = {}): WorkingTime => ({
  zone: 'Asia/Tokyo',
  weekdays: null,
  startsAt: '09:00',
  endsAt: '18:00',
  absences: [],
  calendars: [calendar],
  ...given,
});

describe('a supporter', () => {
  it.each([
    ['her programs’ days, on a Tuesday', {}, '2026-11-24', true],
    ['her programs’ days, on a Saturday', {}, '2026-11-28', false],
    ['her programs’ days, on a holiday', {}, '2026-11-23', false],
    ['her own days, on one of them', { weekdays: [6] }, '2026-11-28', true],
    ['her own days, on another', { weekdays: [6] }, '2026-11-24', false],
    ['her own days, on one that is a holiday', { weekdays: [1] }, '2026-11-23', false],
    ['her own days, on one that is a closure', { weekdays: [1] }, '2026-12-28', false],
    [
      'any day, on the first of her absence',
      { absences: [{ from: '2026-11-24', to: '2026-11-25' }] },
      '2026-11-24',
      false,
    ],
    [
      'any day, on the last of her absence',
      { absences: [{ from: '2026-11-24', to: '2026-11-25' }] },
      '2026-11-25',
      false,
    ],
    [
      'any day, after her absence',
      { absences: [{ from: '2026-11-24', to: '2026-11-25' }] },
      '2026-11-26',
      true,
    ],
    ['no program', { calendars: [] }, '2026-11-24', false],
  ])('who works on %s', (_, given, on, works) => {
    expect(worksOn(time(given))(on)).toBe(works);
  });

  it('works on a holiday of one of her countries where the other has none', () => {
    const american = createCalendar({ country: 'US', weekdays: [1, 2, 3, 4, 5], closures: [] });
    expect(worksOn(time({ weekdays: [1], calendars: [calendar, american] }))('2026-11-23')).toBe(true);
  });
});

describe('the due days of a cover', () => {
  const absence = { from: '2026-12-01', to: '2026-12-04' };
  const tokyo = { zone: 'Asia/Tokyo', digestAt: '09:00' };

  it.each([
    ['are those of the absence in one zone', 'Asia/Tokyo', '2026-12-01', '2026-12-04'],
    // Tuesday begins in Los Angeles after Tuesday's digest in Tokyo, and Friday ends on Saturday after its hour.
    [
      'are those whose digest comes while she is away elsewhere',
      'America/Los_Angeles',
      '2026-12-02',
      '2026-12-05',
    ],
    ['begin with the digest of the day on which it begins', 'Pacific/Auckland', '2026-12-01', '2026-12-04'],
  ])('%s', (_, zone, from, until) => {
    expect(coverWindow(zone, absence, tokyo)).toEqual({ from, until });
  });
});

describe('the last call', () => {
  const rules = { zone: 'Asia/Tokyo', calendar, policies: [] };
  const learner = { dueOn: '2026-11-24', floorOn: '2026-11-27' };

  it.each([
    ['before noon of the floor’s last day', learner, '2026-11-27T11:59:00+09:00', false],
    ['at noon of it', learner, '2026-11-27T12:00:00+09:00', true],
    ['the day before', learner, '2026-11-26T23:00:00+09:00', false],
    ['once it is missed', learner, '2026-11-30T08:00:00+09:00', true],
    [
      'at noon of Friday, for a floor on Sunday',
      { ...learner, floorOn: '2026-11-29' },
      '2026-11-27T12:00:00+09:00',
      true,
    ],
    ['when nothing is due', { dueOn: null, floorOn: null }, '2026-11-27T12:00:00+09:00', false],
  ])('%s', (_, given, now, expected) => {
    expect(isLastCall(given, rules, new Date(now))).toBe(expected);
  });
});
