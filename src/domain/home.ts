import type { MissedFloor } from './breach';
import type { IsWorkingDay } from './calendar';
import type { RequestStatus } from './cover';
import { addDays, type LocalDate } from './dates';
import type { Cut, DueItem, ReminderItem } from './due-list';
import type { NextStep } from './next-step';
import type { OwnPromise } from './promises';

/** How far Home looks ahead, in days after today. */
export const homeDaysAhead = 7;

/** Learners who are due: so many with what was last said and their buttons, and so many more by name. */
export const homeRows = { full: 15, named: 120 };

/** A learner on Home, with the day from which she is judged. */
interface InProgram {
  /** Her program's local date. */
  today: LocalDate;
}

/** A supporter's Home. Its parts are independent; each has its own blocks. */
export interface HomeModel {
  drawnAt: Date;
  /** What she does next; null: she knows her way. */
  nextStep: NextStep | null;
  due: HomeDue;
  /** For a lead: what she is asked about. */
  missed: Cut<MissedFloor>;
  week: HomeDay[];
  /** Her learners whose quiet watch ends later than that, soonest first. */
  watchedBeyond: (HomeLearner & { on: LocalDate; reason: string })[];
  /** Everybody else of hers who is due later than that, soonest first. */
  later: (HomeLearner & { on: LocalDate; afterBreak: boolean })[];
  /** Hers on a break of which nobody knows the end, the longest first; null: nor its first day. */
  onBreak: (HomeLearner & { since: LocalDate | null })[];
  away: HomeAway;
  /** The programs that she leads, by name. */
  leads: HomeProgram[];
  /** Her own that are still open, those due first. */
  promises: OwnPromise[];
  /** What she asks the team, the oldest first. */
  questions: Cut<OwnQuestion>;
}

/** Something that she asked the team, or joined with a question. */
export interface OwnQuestion {
  id: string;
  learnerName: string;
  openedOn: LocalDate;
  /** How many of the team have answered. */
  answered: number;
  /** Of its thread; null: not known. */
  permalink: string | null;
}

/** Her time away, and for whom she stands in. */
export interface HomeAway {
  absences: { from: LocalDate; to: LocalDate; covers: { name: string; status: RequestStatus }[] }[];
  covers: { name: string; from: LocalDate; to: LocalDate; status: RequestStatus }[];
  remindersOn: boolean;
}

/** A program as its lead sees it. */
export interface HomeProgram {
  programId: string;
  programName: string;
  /** Who is due and needs cover, longest due first. */
  uncovered: Cut<DueItem & InProgram>;
  /** By supporter, those without anybody first. */
  load: {
    /** Null: nobody accompanies them. */
    name: string | null;
    learners: number;
    due: number;
    /** How many of them are hard; null: not known yet. */
    hard: number | null;
  }[];
}

/** How many learners who need cover a lead sees in each program; the others are counted. */
export const homeUncovered = 4;

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
