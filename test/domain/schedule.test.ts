import { createCalendar } from '../../src/domain/calendar';
import { daySlot } from '../../src/domain/schedule';

const { isWorkingDay } = createCalendar({
  country: 'JP',
  weekdays: [1, 2, 3, 4, 5],
  closures: ['2026-11-27'],
});
const mondayToFriday = createCalendar({
  country: 'US',
  weekdays: [1, 2, 3, 4, 5],
  closures: [],
}).isWorkingDay;
const always = () => true;

function slot(now: string, zone: string, at: string, works = isWorkingDay) {
  const { nextAt, ...rest } = daySlot({ now: new Date(now), zone, at, isWorkingDay: works });
  return { ...rest, nextAt: nextAt.toISOString() };
}

describe('daySlot', () => {
  it.each([
    ['before the hour', '2026-11-24T08:59:59', '2026-11-24', false, '2026-11-24T09:00'],
    ['at the hour', '2026-11-24T09:00:00', '2026-11-24', true, '2026-11-25T09:00'],
    ['late in the day', '2026-11-24T23:59:59', '2026-11-24', true, '2026-11-25T09:00'],
    ['at midnight', '2026-11-25T00:00:00', '2026-11-25', false, '2026-11-25T09:00'],
    ['on a public holiday', '2026-11-23T12:00:00', '2026-11-23', false, '2026-11-24T09:00'],
    ['before a closure and a weekend', '2026-11-26T12:00:00', '2026-11-26', true, '2026-11-30T09:00'],
    ['on a Sunday', '2026-11-29T10:00:00', '2026-11-29', false, '2026-11-30T09:00'],
  ])('%s in Japan', (_, local, on, open, nextAt) => {
    expect(slot(`${local}+09:00`, 'Asia/Tokyo', '09:00')).toEqual({
      on,
      open,
      nextAt: new Date(`${nextAt}:00+09:00`).toISOString(),
    });
  });

  it.each([
    [
      'Los Angeles, winter begins',
      '2026-10-30T20:00:00Z',
      'America/Los_Angeles',
      '09:00',
      '2026-10-30',
      true,
      '2026-11-02T17:00:00.000Z',
    ],
    [
      'Los Angeles, summer begins',
      '2026-03-06T20:00:00Z',
      'America/Los_Angeles',
      '09:00',
      '2026-03-06',
      true,
      '2026-03-09T16:00:00.000Z',
    ],
    [
      'Paris, summer begins',
      '2026-03-27T12:00:00Z',
      'Europe/Paris',
      '08:30',
      '2026-03-27',
      true,
      '2026-03-30T06:30:00.000Z',
    ],
    [
      'Sydney, winter begins',
      '2026-04-03T00:00:00Z',
      'Australia/Sydney',
      '09:00',
      '2026-04-03',
      true,
      '2026-04-05T23:00:00.000Z',
    ],
    [
      'Sydney is a day ahead',
      '2026-06-01T23:00:00Z',
      'Australia/Sydney',
      '09:00',
      '2026-06-02',
      true,
      '2026-06-02T23:00:00.000Z',
    ],
  ])('%s: the hour on the wall stays', (_, now, zone, at, on, open, nextAt) => {
    expect(slot(now, zone, at, mondayToFriday)).toEqual({ on, open, nextAt });
  });

  it('opens after the gap when a clock change skips the hour', () => {
    const beforeGap = slot('2026-03-08T09:59:59Z', 'America/Los_Angeles', '02:30', always);
    expect(beforeGap).toEqual({ on: '2026-03-08', open: false, nextAt: '2026-03-08T10:00:00.000Z' });
    expect(slot('2026-03-08T10:00:00Z', 'America/Los_Angeles', '02:30', always).open).toBe(true);
  });

  it('opens once when the hour comes twice', () => {
    const first = slot('2026-11-01T08:30:00Z', 'America/Los_Angeles', '01:30', always);
    const second = slot('2026-11-01T09:30:00Z', 'America/Los_Angeles', '01:30', always);
    expect(first).toEqual({ on: '2026-11-01', open: true, nextAt: '2026-11-02T09:30:00.000Z' });
    expect(second).toEqual(first);
  });

  it('serves a slot at midnight on its own day', () => {
    const midnight = slot('2026-11-23T15:00:00Z', 'Asia/Tokyo', '00:00');
    expect(midnight).toEqual({ on: '2026-11-24', open: true, nextAt: '2026-11-24T15:00:00.000Z' });
  });
});

describe('after an outage', () => {
  /** The days for which a sweep at those instants makes a list, when it remembers the day it made last. */
  function listsMade(instants: string[]): string[] {
    const made: string[] = [];
    for (const now of instants) {
      const { on, open } = slot(now, 'Asia/Tokyo', '09:00');
      if (open && made.at(-1) !== on) made.push(on);
    }
    return made;
  }

  it('of eight hours across a morning, today has one list', () => {
    const back = ['2026-11-25T13:00:00+09:00', '2026-11-25T13:00:30+09:00', '2026-11-25T13:01:00+09:00'];
    expect(listsMade(['2026-11-25T05:00:00+09:00', ...back])).toEqual(['2026-11-25']);
  });

  it('of three days, only the day of return has a list', () => {
    const back = ['2026-11-19T10:00:00+09:00', '2026-11-19T10:00:30+09:00'];
    expect(listsMade(['2026-11-16T10:00:00+09:00', ...back])).toEqual(['2026-11-16', '2026-11-19']);
  });

  it('that ends before the hour or on a day off, nobody is written to yet', () => {
    expect(listsMade(['2026-11-19T03:00:00+09:00', '2026-11-22T12:00:00+09:00'])).toEqual([]);
  });
});

it('without any working day ahead, looks again in 400 days and stays closed', () => {
  const never = daySlot({
    now: new Date('2026-01-01T00:00:00Z'),
    zone: 'UTC',
    at: '09:00',
    isWorkingDay: () => false,
  });
  expect(never).toEqual({ on: '2026-01-01', open: false, nextAt: new Date('2027-02-05T09:00:00Z') });
});
