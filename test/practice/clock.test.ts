import { openClock } from '../../src/practice/clock';

afterEach(() => jest.useRealTimers());

const at = (now: string) => jest.useFakeTimers({ now: new Date(now) });

describe('the clock of a new workspace', () => {
  it.each([
    ['before the digest', '2026-11-24T07:00:00+09:00', '2026-11-24T00:00:00.000Z'],
    ['on a day off', '2026-11-28T15:00:00+09:00', '2026-11-30T00:00:00.000Z'],
    ['on a working day', '2026-11-24T15:00:00+09:00', '2026-11-24T06:00:00.000Z'],
  ])('%s shows a time at which there is something to see', (_, now, shown) => {
    at(now);
    expect(openClock(null).now().toISOString()).toBe(shown);
  });
});

describe('the clock of a workspace that goes on', () => {
  it('is as far from the system as it was left, whatever day that is, and whatever the machine slept', () => {
    at('2026-11-24T15:00:00+09:00');
    const clock = openClock(null);
    clock.moveTo(new Date('2026-11-28T07:00:00+09:00'));
    const kept = clock.offsetMs();
    at('2026-11-24T18:30:00+09:00');
    expect(clock.now().toISOString()).toBe('2026-11-28T01:30:00.000Z');
    expect(openClock(kept).now().toISOString()).toBe('2026-11-28T01:30:00.000Z');
  });
});
