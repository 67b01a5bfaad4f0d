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
 * The day to which a pause that has begun reaches back: that of an open contact which was due before it; null: there is none.
 * Rule 5 of DESIGN.md 3 reads only pauses that begin by the due day, and whoever is overdue would stay so throughout
 * her break. Only when she is due is read from it: on the days before its first one she was not away.
 */
export function reachOf(pause: Pause, dueOn: LocalDate | null, today: LocalDate): LocalDate | null {
  const begun = pause.from <= today;
  return begun && dueOn !== null && dueOn < pause.from ? dueOn : null;
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
