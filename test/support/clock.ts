import type { Clock } from '../../src/deps';

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
  set(at: string | Date): void;
  /** Moves it on, in milliseconds. */
  advance(ms: number): void;
}

export function fakeClock(at: string): FakeClock {
  let now = new Date(at);
  return {
    now: () => new Date(now),
    set: (next) => {
      now = new Date(next);
    },
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
  };
}
