import type { Clock } from '../deps';

/** A clock that runs as the system's does, and can be put forward or back. */
export interface PracticeClock extends Clock {
  /** How far it is from the system's clock, in milliseconds. */
  offsetMs(): number;
  moveTo(at: Date): void;
}

export function createPracticeClock(offsetMs = 0): PracticeClock {
  let offset = offsetMs;
  return {
    now: () => new Date(Date.now() + offset),
    offsetMs: () => offset,
    moveTo: (at) => {
      offset = at.getTime() - Date.now();
    },
  };
}
