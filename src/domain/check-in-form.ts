import type { CareRole, CareTeamPerson } from './care';
import type { CheckInContent, Outcome, PlannedContact } from './check-in';
import type { LocalDate } from './dates';

/** What the check-in modal shows besides what its author types. */
export interface CheckInForm {
  /** The program's local date. */
  today: LocalDate;
  /** Null until one is picked. */
  learner: FormLearner | null;
  /** A name typed after /checkin that nobody or several answer to; null: none was, or one learner does. */
  search: { typed: string; matches: 'none' | 'several' } | null;
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
  /** The supporter's own date that is still to come, and who set it; null: the usual rhythm. */
  plan: (PlannedContact & { byName: string | null }) | null;
  /** Whether that date waits longer than the rhythm: she is quietly watched over. */
  watching: boolean;
  /** The last day that can be planned after a contact today. */
  plannableUntil: LocalDate;
  /** The last two, newest first. */
  recent: RecentCheckIn[];
  /** What mentor and advisor answered since the older of those, newest first. */
  answers: RecentAnswer[];
  /** Mentor and advisor, without the viewer. */
  careTeam: CareTeamPerson[];
  /** Whether the viewer supports the program: a mentor's or advisor's own contact leaves the plan alone. */
  mayPlan: boolean;
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

/** What a mentor or advisor answered to a check-in. */
export interface RecentAnswer {
  id: string;
  /** In the program's zone. */
  answeredOn: LocalDate;
  authorName: string;
  role: CareRole;
  text: string;
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
  /** Whether she has completed or left the course. */
  finished: boolean;
}
