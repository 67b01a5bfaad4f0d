import { type IsWorkingDay, nextWorkingDay, workingDayOnOrAfter } from './calendar';
import { addDays, type LocalDate, later } from './dates';
import type { Locale } from './locale';

/** A promise as its maker sees it. */
export interface OwnPromise {
  promiseId: string;
  learnerName: string;
  /** Tells people of one name apart: the course's first day when the program has the name twice, else null. */
  startedOn: LocalDate | null;
  text: string;
  dueOn: LocalDate;
  state: 'ahead' | 'due' | 'overdue' | 'kept';
  /** The days to which it can be moved with one press. */
  movesTo: LocalDate[];
}

/** The same as her team sees it. */
export interface TeamPromise extends OwnPromise {
  madeByName: string;
}

/** A promise for which another day is to be chosen. */
export interface PromiseToMove {
  /** The viewer's language. */
  locale: Locale;
  /** The program's local date. */
  today: LocalDate;
  learnerName: string;
  text: string;
  dueOn: LocalDate;
}

/** How a promise stands on a day. */
export function promiseState(
  { dueOn, kept }: { dueOn: LocalDate; kept: boolean },
  today: LocalDate,
): OwnPromise['state'] {
  if (kept) return 'kept';
  if (dueOn > today) return 'ahead';
  return dueOn === today ? 'due' : 'overdue';
}

/** The next working day and the one a week on, both counted from its day, or from today where that has passed. */
export function promiseMoves(dueOn: LocalDate, today: LocalDate, isWorkingDay: IsWorkingDay): LocalDate[] {
  const from = later(dueOn, today);
  const week = addDays(from, 7);
  const days = [
    nextWorkingDay(from, isWorkingDay) ?? addDays(from, 1),
    workingDayOnOrAfter(week, isWorkingDay) ?? week,
  ];
  return [...new Set(days)];
}
