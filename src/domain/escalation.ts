import { type IsWorkingDay, nextWorkingDay } from './calendar';
import { addDays, type LocalDate } from './dates';
import type { DueItem } from './due-list';
import { lastCallAt } from './last-call';
import { type DaySlot, daySlot } from './schedule';

/** A page of the list of those whom nobody has contacted by noon of the last day that keeps the minimum. */
export interface EscalationModel {
  on: LocalDate;
  page: number;
  pages: number;
  /** Everybody on the whole list, all pages together. */
  total: number;
  open: number;
  /** Slack user ids of those who lead the program. */
  leadIds: string[];
  items: DueItem[];
}

/** Noon of each working day in the program's zone: only today's counts, however late it is. */
export function escalationSlot(given: { now: Date; zone: string; isWorkingDay: IsWorkingDay }): DaySlot {
  return daySlot({ ...given, at: lastCallAt });
}

/** The last floor that must be met on a working day: those that end on the days off after it must be as well. */
export function lastFloorToMeet(on: LocalDate, isWorkingDay: IsWorkingDay): LocalDate {
  const next = nextWorkingDay(on, isWorkingDay) ?? addDays(on, 1);
  return addDays(next, -1);
}
