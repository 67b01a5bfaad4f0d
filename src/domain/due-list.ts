import type { NextContact } from './cadence';
import type { LocalDate } from './dates';
import type { OwnPromise, TeamPromise } from './promises';

/** Where a learner on a list stands now (DESIGN.md 3, "With today", and what happened since the list was made). */
export type ItemState =
  | { kind: 'upcoming' }
  | { kind: 'due' }
  | { kind: 'overdue'; workingDays: number }
  | { kind: 'breached'; workingDays: number }
  /** Contacted since the list was made. */
  | { kind: 'done' }
  /** Planned later since the list was made. */
  | { kind: 'postponed'; dueOn: LocalDate }
  /** Somebody else acts now; on a supporter's own list. */
  | { kind: 'handed'; to: string }
  /** Paused, completed or withdrawn since the list was made, or the course is over. */
  | { kind: 'closed' };

export interface Watch {
  until: LocalDate;
  reason: string;
}

/** One learner on a list. */
export interface DueItem {
  learnerId: string;
  name: string;
  /** Tells people of one name apart: the course's first day when the program has the name twice, else null. */
  startedOn: LocalDate | null;
  state: ItemState;
  dueOn: LocalDate | null;
  floorOn: LocalDate | null;
  reason: NextContact['reason'];
  /** Quiet watching: planned later than the rhythm, with its last day and reason. It ends when she is due. */
  watch: Watch | null;
  /** Who acts for the learner now: the companion, or whoever covers. Null: nobody does. */
  actor: { userId: string; name: string } | null;
  /** The companion's name, where somebody else acts. */
  coversFor: string | null;
}

/** One learner in a supporter's reminder, with what was last said. */
export interface ReminderItem extends DueItem {
  programName: string;
  unit: string;
  /** Why the supporter chose to wait, when a quiet watch ends. */
  planReason: string | null;
  last: {
    contactedOn: LocalDate;
    outcome: 'sent' | 'replied' | 'talked';
    note: string;
    authorName: string;
  } | null;
}

/** A page of one supporter's reminder. */
export interface ReminderModel {
  /** The second look is the same list, two hours before her day ends: of whoever is still open then. */
  kind: 'reminder' | 'second_look';
  /** Her local date. */
  on: LocalDate;
  page: number;
  pages: number;
  /** Everybody on the whole reminder, all pages together. */
  total: number;
  open: number;
  items: ReminderItem[];
  /** Her own that fall due by her next reminder. Only on page 0. */
  promises: OwnPromise[];
}

/** A supporter's learners on a page of the digest. */
export interface DigestGroup {
  actor: { userId: string; name: string };
  /** Whether they began on the page before. */
  continued: boolean;
  items: DueItem[];
}

/** A page of a program's digest. */
export interface DigestModel {
  on: LocalDate;
  programName: string;
  page: number;
  pages: number;
  /** Everybody on the whole list, all pages together. */
  total: number;
  open: number;
  /** By supporter, in the list's order. */
  groups: DigestGroup[];
  uncovered: DueItem[];
  /** Only on page 0. */
  extras: DigestExtras | null;
}

/** A part of the digest that is cut to its first entries; `more` counts the rest. */
export interface Cut<T> {
  items: T[];
  more: number;
}

export interface DigestExtras {
  /** Floors that must be met on the list's day, and on the next working day: also those that end on days off after it. */
  floorsToday: Cut<DueItem>;
  floorsNext: Cut<DueItem>;
  awaitingReply: Cut<{ learnerId: string; name: string; since: LocalDate; companionName: string | null }>;
  /** Quiet watches (planned later than the rhythm) that end on the list's day. */
  watchesEnding: Cut<{ learnerId: string; name: string; reason: string; companionName: string | null }>;
  /** Promises that have fallen due since the list before; kept: since this one was made. */
  promises: Cut<TeamPromise>;
  /** The learners' own words that were shared since the list before. */
  wins: Cut<{ learnerName: string; words: string; authorName: string }>;
  /** Questions to the team that should have had an answer by now, the oldest first. */
  unanswered: Cut<UnansweredQuestion>;
}

export interface UnansweredQuestion {
  id: string;
  authorName: string;
  openedOn: LocalDate;
  /** Null: it is hidden. */
  learnerName: string | null;
  /** Of its thread; null: not known. */
  permalink: string | null;
}
