import { type IsWorkingDay, nextWorkingDay, SEARCH_DAYS } from './calendar';
import { addDays, instantAt, type LocalDate, localDateAt } from './dates';

/** Where a daily list stands at an instant. */
export interface DaySlot {
  /** Today, in the zone of the list. */
  on: LocalDate;
  /** Today is a working day and its hour has come, however long ago: today's list may be made. */
  open: boolean;
  /** The next slot strictly after now on a working day. */
  nextAt: Date;
}

/** When a list is to be looked at whose hours have changed: at once where today's may be made, else at its next slot. */
export function nextLookAt({ open, nextAt }: DaySlot, now: Date): Date {
  return open ? now : nextAt;
}

/**
 * The slot of a list that is made once a working day at a wall-clock time `at` ('HH:MM') in an IANA zone.
 *
 * It looks only at today, so an outage of days ends in one current list instead of one per missed slot, and
 * nobody is written to on a day off or before the hour. Without any working day ahead, `nextAt` is a day on
 * which to look again; the slot will not be open then. Throws RangeError for a bad time or zone.
 */
export function daySlot({
  now,
  zone,
  at,
  isWorkingDay,
}: {
  now: Date;
  zone: string;
  at: string;
  isWorkingDay: IsWorkingDay;
}): DaySlot {
  const on = localDateAt(now, zone);
  const slot = instantAt(on, at, zone);
  const reached = now >= slot;
  const working = isWorkingDay(on);
  if (working && !reached) return { on, open: false, nextAt: slot };
  const next = nextWorkingDay(on, isWorkingDay) ?? addDays(on, SEARCH_DAYS);
  return { on, open: working, nextAt: instantAt(next, at, zone) };
}
