import type { Named } from './anonymise/people';
import type { CaseOutcome, Question } from './consultation';
import type { LocalDate } from './dates';
import type { CourseWeek, TrendPoint } from './learner-card';

/** What stands at the root of a consultation's thread. Nothing in it names a learner whose name is hidden. */
export interface ConsultationPost extends Question {
  id: string;
  status: 'open' | 'closed';
  authorName: string;
  openedOn: LocalDate;
  /** Null: her name is hidden. */
  learner: { id: string; name: string } | null;
  /** Who is to be replaced in what people wrote; nobody where the learner is named. */
  hidden: readonly Named[];
  /** Tells people of one name apart, as in DueItem. */
  startedOn: LocalDate | null;
  /** When it was asked. */
  course: CourseWeek;
  unit: string;
  /** Oldest first. */
  trend: TrendPoint[];
  /** The check-ins that its author chose to show, newest first. */
  shown: ShownCheckIn[];
  /** How many others have joined with a question of their own. */
  joined: number;
  /** How many of the team have answered. */
  answered: number;
  closedOn: LocalDate | null;
  closedByName: string | null;
  /** How it ended, as the case that came of it says. */
  outcome: CaseOutcome | null;
}

export interface ShownCheckIn {
  contactedOn: LocalDate;
  outcome: 'sent' | 'replied' | 'talked';
  motivation: number | null;
  note: string;
}

/** A further question in the thread. */
export interface JoinedQuestion extends Question {
  authorName: string;
  hidden: readonly Named[];
}
