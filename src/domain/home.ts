import type { IsWorkingDay } from './calendar';
import { addDays, type LocalDate } from './dates';
import type { Cut, DueItem, ReminderItem } from './due-list';

/** How far Home looks ahead, in days after today. */
export const homeDaysAhead = 7;

/** Learners who are due: so many with what was last said and their buttons, and so many more by name. */
export const homeRows = { full: 20, named: 180 };

/** A learner on Home, with the day from which she is judged. */
interface InProgram {
  /** Her program's local date. */
  today: LocalDate;
}

/** A supporter's Home. Its parts are independent; each has its own blocks. */
export interface HomeModel {
  drawnAt: Date;
  due: HomeDue;
  week: HomeDay[];
}

/** Everybody of her caseload who is due, longest due first. */
export interface HomeDue {
  /** Her own local date. */
  on: LocalDate;
  severalPrograms: boolean;
  /** Those whom she can settle right here. */
  rows: (ReminderItem & InProgram)[];
  /** Those after them. */
  others: Cut<DueItem & InProgram>;
}

/** A working day ahead of her. */
export interface HomeDay {
  on: LocalDate;
  /** Who is due by her rhythm or plan. */
  due: HomeLearner[];
  /** Whose quiet watch ends. */
  watched: (HomeLearner & { reason: string })[];
}

export interface HomeLearner {
  name: string;
  /** Tells people of one name apart, as in DueItem. */
  startedOn: LocalDate | null;
}

/**
 * The days of a supporter's week ahead, in order: those on which one of her programs works, each within the seven days
 * after its own today, and those on which somebody is due although nobody works.
 */
export function daysAhead(
  programs: readonly { today: LocalDate; isWorkingDay: IsWorkingDay }[],
  dueDays: Iterable<LocalDate>,
): LocalDate[] {
  const worked = programs.flatMap(({ today, isWorkingDay }) =>
    Array.from({ length: homeDaysAhead }, (_, n) => addDays(today, n + 1)).filter(isWorkingDay),
  );
  return [...new Set([...worked, ...dueDays])].sort();
}
