import { addDays, type LocalDate, weekdayOf } from './dates';
import { holidayCountries, isHoliday } from './holidays';

/** Answers whether the program works on that day. */
export type IsWorkingDay = (on: LocalDate) => boolean;

/** How far a search for a working day goes: beyond it a calendar is mistaken rather than merely quiet. */
export const SEARCH_DAYS = 400;

interface CalendarSettings {
  /** ISO 3166 code in capitals, as in isCountry. */
  country: string;
  /** 1 Monday … 7 Sunday. */
  weekdays: Iterable<number>;
  /** The program's own days off, beside the public holidays. */
  closures: Iterable<LocalDate>;
}

export interface Calendar {
  /** DESIGN.md 3: a weekday of the program that is no public holiday and no closure. */
  isWorkingDay: IsWorkingDay;
  /** Whether it is a public holiday or a closure, whatever the weekday. */
  isDayOff(on: LocalDate): boolean;
}

/** The working days of a program. Throws RangeError for a country without known holidays. */
export function createCalendar({ country, weekdays, closures }: CalendarSettings): Calendar {
  if (!isCountry(country)) {
    throw new RangeError(`createCalendar: country is '${country}', expected a code such as 'JP'`);
  }
  const working = new Set<number>(weekdays);
  const closed = new Set(closures);
  const isDayOff = (on: LocalDate) => closed.has(on) || isHoliday(country, on);
  return { isDayOff, isWorkingDay: (on) => working.has(weekdayOf(on)) && !isDayOff(on) };
}

/** Whether the public holidays of that country are known (ISO 3166 code in capitals). */
export function isCountry(code: string): boolean {
  return holidayCountries().has(code);
}

/** The first working day on or after a day; null when there is none within SEARCH_DAYS. */
export function workingDayOnOrAfter(on: LocalDate, isWorkingDay: IsWorkingDay): LocalDate | null {
  return search(on, 1, isWorkingDay);
}

/** The last working day on or before a day; null when there is none within SEARCH_DAYS. */
export function workingDayOnOrBefore(on: LocalDate, isWorkingDay: IsWorkingDay): LocalDate | null {
  return search(on, -1, isWorkingDay);
}

/** The first working day strictly after a day; null when there is none within SEARCH_DAYS. */
export function nextWorkingDay(after: LocalDate, isWorkingDay: IsWorkingDay): LocalDate | null {
  return search(addDays(after, 1), 1, isWorkingDay);
}

function search(from: LocalDate, step: 1 | -1, isWorkingDay: IsWorkingDay): LocalDate | null {
  let on = from;
  for (let tried = 0; tried <= SEARCH_DAYS; tried += 1) {
    if (isWorkingDay(on)) return on;
    on = addDays(on, step);
  }
  return null;
}
