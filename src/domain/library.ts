import type { Concern } from './check-in';
import type { CaseChange, CaseContent, CaseOutcome, FollowUpAnswer } from './consultation';
import type { LocalDate } from './dates';

/** Something in the library that fits what was looked for. */
export interface LibraryHit {
  kind: 'case' | 'win' | 'message';
  /** The case, or the check-in that it comes from. */
  sourceId: string;
  programId: string;
  /** '': what is known of its situation stands for it. */
  title: string;
  body: string;
  concerns: Concern[];
  unit: string;
  courseWeek: number | null;
  /** A case's. */
  outcome: CaseOutcome | null;
  helpedCount: number;
  happenedOn: LocalDate;
  /** What ranked it: 0 to about 1.3. */
  score: number;
}

/** What the library answers. */
export interface LibraryPage {
  hits: LibraryHit[];
  /** How many were looked at: of a word that is in very many, not all. */
  total: number;
  /** How many of them have every word. */
  complete: number;
}

/** A case as whoever supports its program reads it. */
export interface ReadCase extends CaseContent {
  id: string;
  programId: string;
  programName: string;
  closedOn: LocalDate;
  authorName: string;
  followUpAnswer: FollowUpAnswer | null;
  followUpLine: string;
  helpedCount: number;
  /** Whether the viewer said that it helped. */
  marked: boolean;
  /** Whether she leads its program, and so may change it. */
  curates: boolean;
  retired: boolean;
  /** The case that took it in. */
  mergedInto: string | null;
  mergedTitle: string | null;
  version: number;
  /** Who is thanked: those whose words helped first. */
  helpers: { name: string; helped: boolean }[];
  /** What was changed, the latest first. */
  history: CaseHistoryEntry[];
}

/** A case that is found no more, as the leads of its program find it again. */
export type RetiredCase = Pick<
  ReadCase,
  'id' | 'title' | 'outcome' | 'concerns' | 'unit' | 'courseWeek' | 'closedOn' | 'helpedCount' | 'mergedTitle'
> & {
  /** In the program's zone. */
  retiredOn: LocalDate;
};

export interface CaseHistoryEntry {
  change: CaseChange;
  by: string;
  on: LocalDate;
  /** Which parts said something else before. */
  parts: CasePart[];
}

/** What of a case can be edited. */
export const caseParts = ['title', 'situation', 'tried', 'helped', 'outcome', 'concerns', 'tags'] as const;
export type CasePart = (typeof caseParts)[number];

/** The parts of a case in which two versions differ. */
export function changedParts(before: CaseContent, after: CaseContent): CasePart[] {
  return caseParts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}

/** A case as it is named in a consultation's thread. */
export type NamedCase = Pick<ReadCase, 'id' | 'title' | 'situation' | 'helped' | 'outcome'>;
