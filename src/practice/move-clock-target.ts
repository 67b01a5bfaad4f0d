import { createCalendar } from '../domain/calendar';
import { addDays, instantAt, localDateAt, localTimeAt } from '../domain/dates';
import { daySlot } from '../domain/schedule';
import type { ClockMove } from './protocol';

/** What decides when a program's digest comes. */
export interface DigestHours {
  /** IANA name. */
  zone: string;
  /** ISO 3166 code. */
  country: string;
  /** Local time, `HH:MM`. */
  digestAt: string;
}

/** The state of a program's digest at an instant. */
export function digestSlot({ zone, country, digestAt: at }: DigestHours, now: Date) {
  const { isWorkingDay } = createCalendar({ country, weekdays: [1, 2, 3, 4, 5], closures: [] });
  return daySlot({ now, zone, at, isWorkingDay });
}

/**
 * Where a move ends: at the digest of a later working day, or at the same local time one or seven days later. A time
 * that the zone's clocks skip on that day becomes the first one after the gap.
 */
export function moveTarget(program: DigestHours, now: Date, to: ClockMove): Date {
  const { zone } = program;
  const today = localDateAt(now, zone);
  if (to === 'next_morning') {
    const endOfToday = new Date(instantAt(addDays(today, 1), '00:00', zone).getTime() - 1);
    return digestSlot(program, endOfToday).nextAt;
  }
  const days = to === 'next_day' ? 1 : 7;
  return instantAt(addDays(today, days), localTimeAt(now, zone), zone);
}
