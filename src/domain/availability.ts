import type { Calendar, IsWorkingDay } from './calendar';
import { addDays, instantAt, type LocalDate, localDateAt, weekdayOf } from './dates';

/** Days on which a supporter is away, both inclusive, in her own zone. */
export interface Absence {
  from: LocalDate;
  to: LocalDate;
}

/** When a supporter works. All dates are of her own zone. */
export interface WorkingTime {
  /** IANA name. */
  zone: string;
  /** Her own weekdays, 1 Monday … 7 Sunday; null: the working days of her programs. */
  weekdays: readonly number[] | null;
  /** 'HH:MM': when her day begins and ends. */
  startsAt: string;
  endsAt: string;
  /** Those that aren't over, and those of the weeks before; they don't overlap. */
  absences: readonly Absence[];
  /** Of the programs that she supports. */
  calendars: readonly Calendar[];
}

/**
 * Whether a supporter works on a day: on a weekday of hers that is no day off in all her programs, or, where she has
 * chosen no weekdays, on a working day of one of them; and never while she is away.
 */
export function worksOn({ weekdays, absences, calendars }: WorkingTime): IsWorkingDay {
  const usual: IsWorkingDay = weekdays
    ? (on) => weekdays.includes(weekdayOf(on)) && calendars.some((calendar) => !calendar.isDayOff(on))
    : (on) => calendars.some((calendar) => calendar.isWorkingDay(on));
  return (on) => usual(on) && !isAway(absences, on);
}

function isAway(absences: readonly Absence[], on: LocalDate): boolean {
  return absences.some(({ from, to }) => from <= on && on <= to);
}

/** Days of a program, both inclusive. */
export interface ProgramDays {
  from: LocalDate;
  until: LocalDate;
}

/** When a program's digest comes. */
export interface DigestHour {
  /** IANA name. */
  zone: string;
  /** 'HH:MM'. */
  digestAt: string;
}

/**
 * The due days, in a program's dates, that belong to whoever covers an absence: those whose digest comes while it lasts
 * where the supporter is, as the cover acts then. What falls due between its end and her first day back is hers.
 */
export function coverWindow(zone: string, { from, to }: Absence, hour: DigestHour): ProgramDays {
  const backOn = firstDigestOn(instantAt(addDays(to, 1), '00:00', zone), hour);
  return { from: firstDigestOn(instantAt(from, '00:00', zone), hour), until: addDays(backOn, -1) };
}

/** The first day, in a program's dates, whose digest comes at an instant or after it. */
export function firstDigestOn(at: Date, { zone, digestAt }: DigestHour): LocalDate {
  const on = localDateAt(at, zone);
  return instantAt(on, digestAt, zone) >= at ? on : addDays(on, 1);
}
