import type { Rhythm } from './cadence-input';
import type { LocalDate } from './dates';
import type { RosterExpectation } from './roster-expectation';

/** A mentor or advisor: a Slack user, or only a name. */
export type CareMember = { userId: string } | { name: string };

/** A Slack user, as Slack describes her. */
export interface Person {
  userId: string;
  name: string;
  /** IANA name. */
  zone: string;
  locale: 'ja' | 'en';
}

/** What a roster says of a learner. */
export interface RosterLearner {
  name: string;
  reading: string;
  slackUserId: string | null;
  startedOn: LocalDate;
  endsOn: LocalDate;
  goal: string;
  background: string;
  /** A supporter's Slack id; null: nobody yet. */
  companionId: string | null;
  mentor: CareMember | null;
  advisor: CareMember | null;
  /** Null: the program's. */
  rhythm: Rhythm | null;
  weeklyHours: number | null;
  unit: string;
}

export interface RosterRow {
  /** As a spreadsheet counts: 1 is the header, a cell with line breaks stays in its row. */
  row: number;
  learner: RosterLearner;
}

/** A cell that names a Slack user who must be known. */
export interface RosterMention {
  row: number;
  /** The header as the file writes it. */
  column: string;
  role: 'companion' | 'mentor' | 'advisor';
  userId: string;
}

export interface RosterFault {
  /** Null: the file as a whole. */
  row: number | null;
  /** The header as the file writes it; null: the row as a whole. */
  column: string | null;
  /** What stands there, whole; shorten it for display. */
  value: string;
  expected: RosterExpectation;
}

/** A file as read. With faults, `rows` and `mentions` hold what could be read in spite of them. */
export interface Roster {
  rows: readonly RosterRow[];
  mentions: readonly RosterMention[];
  faults: readonly RosterFault[];
  /** Headers as the file writes them, for faults that are found later. */
  headers: RosterHeaders;
}

export type RosterHeaders = Readonly<Record<RosterColumn, string>>;

/** The columns of DESIGN.md 5, "Roster CSV", in their order. */
export const rosterColumns = [
  'name',
  'reading',
  'slack_user_id',
  'started_on',
  'ends_on',
  'goal',
  'background',
  'companion',
  'mentor',
  'advisor',
  'rhythm',
  'weekly_hours',
  'unit',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** In the order of the file; faults of the whole file first. */
export function inFileOrder(faults: readonly RosterFault[]): RosterFault[] {
  return faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
