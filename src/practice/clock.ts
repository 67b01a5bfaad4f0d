import type { Clock } from '../deps';
import { digestSlot } from './move-clock-target';
import { sampleProgram } from './sample/workspace';

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

/**
 * The clock goes on where it was left, also if that is a day off. A new workspace's is put forward to the next digest
 * before its hour and on days off, so that there is something to see.
 */
export function openClock(keptOffsetMs: number | null): PracticeClock {
  const clock = createPracticeClock(keptOffsetMs ?? 0);
  const slot = digestSlot(sampleProgram, clock.now());
  if (keptOffsetMs === null && !slot.open) clock.moveTo(slot.nextAt);
  return clock;
}
