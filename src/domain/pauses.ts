import { type LocalDate, later } from './dates';

/** Days on which a learner is not contacted, both inclusive. */
export interface Pause {
  from: LocalDate;
  to: LocalDate;
}

/** Whether a day lies inside one of the pauses. */
export function isPaused(pauses: readonly Pause[], on: LocalDate): boolean {
  return pauses.some(({ from, to }) => from <= on && on <= to);
}

/**
 * The pauses by their first day, overlapping ones as one.
 *
 * A short pause inside a long one must not bring anybody back before the long one ends.
 */
export function withoutOverlaps(pauses: readonly Pause[]): Pause[] {
  const merged: Pause[] = [];
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || pause.from > last.to) merged.push({ ...pause });
    else last.to = later(last.to, pause.to);
  }
  return merged;
}
