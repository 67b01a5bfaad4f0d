import type { Audience, CheckInContent, Outcome, PlannedContact } from './check-in';
import type { LocalDate } from './dates';

/** What the check-in modal shows besides what its author types. */
export interface CheckInForm {
  /** The program's local date. */
  today: LocalDate;
  /** Null until one is picked. */
  learner: FormLearner | null;
  /** What is filled in beforehand: a name typed after /checkin, a message's text, or the check-in to correct. */
  given: Partial<CheckInContent>;
  /** The check-in that is corrected; null: a new one is logged. */
  correcting: { checkInId: string; version: number } | null;
}

export interface FormLearner {
  id: string;
  programId: string;
  name: string;
  startedOn: LocalDate;
  endsOn: LocalDate;
  /** The unit of the last check-in, else of the roster. */
  unit: string;
  dueOn: LocalDate | null;
  floorOn: LocalDate | null;
  /** The supporter's own date that is still to come; null: the usual rhythm. */
  plan: PlannedContact | null;
  /** The last two, newest first. */
  recent: RecentCheckIn[];
  /** Who of the care team can be told. */
  audiences: Audience[];
}

export interface RecentCheckIn {
  id: string;
  contactedOn: LocalDate;
  outcome: Outcome;
  motivation: number | null;
  note: string;
  authorName: string;
  /** Whether the person who has the modal open may correct it. */
  correctable: boolean;
}

/** One choice in the learner's type-ahead. */
export interface LearnerOption {
  id: string;
  name: string;
  startedOn: LocalDate;
  companionName: string | null;
  /** Whether it is in the asker's own caseload. */
  own: boolean;
  /** Whether somebody else among the program's learners has the same name. */
  namesake: boolean;
}
