import type { Concern } from './check-in';
import type { LocalDate } from './dates';

/** What somebody of a care team is told. */
export interface CareMessageModel {
  /** Her local date. */
  on: LocalDate;
  urgent: boolean;
  /** Learner by learner. */
  flags: CareFlagItem[];
}

/** A check-in that a colleague flagged for the reader. */
export interface CareFlagItem {
  checkInId: string;
  learnerId: string;
  name: string;
  /** Tells people of one name apart, as in DueItem. */
  startedOn: LocalDate | null;
  /** Whether the learner can still be acted for: neither completed nor withdrawn. */
  present: boolean;
  authorName: string;
  contactedOn: LocalDate;
  motivation: number | null;
  concerns: Concern[];
  note: string;
  learnerWords: string;
  /** The day of the reader's last answer, in the program's zone; null: none yet. */
  answeredOn: LocalDate | null;
}

/** An answer as the check-in's author reads it. */
export interface CareAnswerModel {
  learnerId: string;
  learnerName: string;
  authorName: string;
  role: 'mentor' | 'advisor';
  contactedOn: LocalDate;
  text: string;
}
