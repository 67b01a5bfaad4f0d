import { tzOffset } from '@date-fns/tz';

/** A calendar day, 'YYYY-MM-DD', without a zone. Compares and sorts correctly as a string. */
export type LocalDate = string;

/** 1 Monday … 7 Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a day of the calendar from 1900-01-01 to 2200-12-31, written 'YYYY-MM-DD'. */
export function isLocalDate(text: string): boolean {
  return text >= '1900' && text < '2201' && !Number.isNaN(utcMidnight(text));
}

/** The day `days` after (or, when negative, before) `date`. Throws RangeError for no real date. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOf(midnight(date) + days * DAY_MS);
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (midnight(to) - midnight(from)) / DAY_MS;
}

/** The weekday of a date, 1 Monday … 7 Sunday. */
export function weekdayOf(date: LocalDate): Weekday {
  return (new Date(midnight(date)).getUTCDay() || 7) as Weekday;
}

export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** Whether the runtime knows the time zone: IANA names ('Asia/Tokyo', 'UTC'), no bare offsets ('+09:00'). */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The date that a wall calendar in `zone` shows at the instant. Throws RangeError for an unknown zone. */
export function localDateAt(instant: Date, zone: string): LocalDate {
  return wallClock(instant, zone).slice(0, 10);
}

/** The latest date that it is anywhere: nothing happened after it, in whichever zone it was written down. */
export function latestDateAt(instant: Date): LocalDate {
  return localDateAt(instant, 'Pacific/Kiritimati');
}

/** The time of day, 'HH:MM', that a clock in `zone` shows at the instant. */
export function localTimeAt(instant: Date, zone: string): string {
  return wallClock(instant, zone).slice(11, 16);
}

/**
 * The instant at which a clock in `zone` shows that date and time ('HH:MM').
 *
 * A time that a clock change skips gives the first instant after the gap; a time that comes twice gives its
 * first occurrence. Throws RangeError for a date, time or zone that does not exist.
 */
export function instantAt(date: LocalDate, time: string, zone: string): Date {
  if (!TIME.test(time)) throw new RangeError(`instantAt: time is '${time}', expected 'HH:MM'`);
  const wall = midnight(date) + millisecondsInto(time);
  // A day either side of the wall time lie the offsets before and after any clock change near it.
  const before = offsetMs(new Date(wall - DAY_MS), zone);
  const after = offsetMs(new Date(wall + DAY_MS), zone);
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    const candidate = new Date(wall - offset);
    if (offsetMs(candidate, zone) === offset) return candidate;
  }
  return firstInstantWith(after, wall - DAY_MS, wall + DAY_MS, zone);
}

/** The first instant in (from, to] at which the zone has the offset, given that it has not at `from`. */
function firstInstantWith(offset: number, from: number, to: number, zone: string): Date {
  let [without, having] = [from, to];
  while (having - without > 1) {
    const middle = Math.floor((without + having) / 2);
    if (offsetMs(new Date(middle), zone) === offset) having = middle;
    else without = middle;
  }
  return new Date(having);
}

/** Local date and time as ISO text: the instant moved by the zone's offset and read as if it were UTC. */
function wallClock(instant: Date, zone: string): string {
  if (Number.isNaN(instant.getTime()))
    throw new RangeError('instant is an invalid Date, expected a point in time');
  return new Date(instant.getTime() + offsetMs(instant, zone)).toISOString();
}

function offsetMs(instant: Date, zone: string): number {
  const minutes = tzOffset(zone, instant);
  if (Number.isNaN(minutes)) throw new RangeError(`time zone is '${zone}', expected an IANA name`);
  return Math.round(minutes * 60_000);
}

function millisecondsInto(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}

function midnight(date: LocalDate): number {
  const at = utcMidnight(date);
  if (Number.isNaN(at)) throw new RangeError(`date is '${date}', expected a real day 'YYYY-MM-DD'`);
  return at;
}

/** NaN for anything but a real day: 30 February parses, but as 2 March, so it must come back as it went in. */
function utcMidnight(text: string): number {
  const at = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && dayOf(at) === text ? at : Number.NaN;
}

function dayOf(utc: number): LocalDate {
  return new Date(utc).toISOString().slice(0, 10);
}
