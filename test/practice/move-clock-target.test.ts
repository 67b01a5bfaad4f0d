import { digestSlot, moveTarget } from '../../src/practice/move-clock-target';

const tokyo = { zone: 'Asia/Tokyo', country: 'JP', digestAt: '09:00' };
const paris = { zone: 'Europe/Paris', country: 'FR', digestAt: '09:00' };

const iso = (program: typeof tokyo, now: string, to: Parameters<typeof moveTarget>[2]) =>
  moveTarget(program, new Date(now), to).toISOString();

describe('the next morning', () => {
  it.each([
    ['of an afternoon', '2026-11-24T15:00:00+09:00', '2026-11-25T00:00:00.000Z'],
    ['of a morning before the digest', '2026-11-24T08:00:00+09:00', '2026-11-25T00:00:00.000Z'],
    ['of the very hour', '2026-11-24T09:00:00+09:00', '2026-11-25T00:00:00.000Z'],
    ['of a Friday is Monday', '2026-11-27T09:00:00+09:00', '2026-11-30T00:00:00.000Z'],
    ['of a Sunday is Monday', '2026-11-29T12:00:00+09:00', '2026-11-30T00:00:00.000Z'],
    ['before a holiday is the day after it', '2026-11-02T09:30:00+09:00', '2026-11-04T00:00:00.000Z'],
  ])('%s', (_, now, then) => {
    expect(iso(tokyo, now, 'next_morning')).toBe(then);
  });
});

describe('a day or a week later', () => {
  it('is the same time by the clock on the wall', () => {
    expect(iso(tokyo, '2026-11-24T15:20:00+09:00', 'next_day')).toBe('2026-11-25T06:20:00.000Z');
    expect(iso(tokyo, '2026-11-24T15:20:00+09:00', 'next_week')).toBe('2026-12-01T06:20:00.000Z');
  });

  it('is an hour more or less where clocks are changed meanwhile', () => {
    // Clocks go forward on 29 March and back on 25 October 2026.
    expect(iso(paris, '2026-03-28T10:00:00+01:00', 'next_day')).toBe('2026-03-29T08:00:00.000Z');
    expect(iso(paris, '2026-10-20T10:00:00+02:00', 'next_week')).toBe('2026-10-27T09:00:00.000Z');
    expect(iso(paris, '2026-03-27T18:00:00+01:00', 'next_morning')).toBe('2026-03-30T07:00:00.000Z');
  });

  it('is the first time after the gap where the clocks skip it', () => {
    expect(iso(paris, '2026-03-28T02:30:00+01:00', 'next_day')).toBe('2026-03-29T01:00:00.000Z');
  });
});

it("a program's day is open from its digest's hour on, on working days", () => {
  const openAt = (now: string) => digestSlot(tokyo, new Date(now)).open;
  expect(openAt('2026-11-24T09:00:00+09:00')).toBe(true);
  expect(openAt('2026-11-24T08:59:00+09:00')).toBe(false);
  expect(openAt('2026-11-23T12:00:00+09:00')).toBe(false);
});
