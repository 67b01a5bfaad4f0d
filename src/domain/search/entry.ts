import type { Concern } from '../check-in';
import type { CaseOutcome } from '../consultation';
import type { LocalDate } from '../dates';
import type { ProgramScope } from '../scope';

/** What the library holds: cases, wins that were shared, and messages that worked. */
export const libraryKinds = ['case', 'win', 'message'] as const;
export type LibraryKind = (typeof libraryKinds)[number];

/** How telling a part of a text is, as for a tsvector: 'A' is the title's. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** A text that an entry is found by, beside its title. */
export interface BodyPart {
  text: string;
  /** B: what it is about (a case's situation). C: what was done (tried, helped). D: what only goes with it. */
  weight: Exclude<Weight, 'A'>;
}

/** Which entry: of a case, or of the check-in that a win or a message comes from. */
export interface EntryKey {
  kind: LibraryKind;
  sourceId: string;
}

/** What the library is told of a case, a win or a message, all names removed. */
export interface LibraryEntryInput extends ProgramScope, EntryKey {
  title: string;
  /** What is read under the title, in this order, and found by. Empty ones are left out. */
  body: readonly BodyPart[];
  /** A case's; found by like what it is about. */
  tags?: readonly string[];
  concerns: readonly Concern[];
  /** ''; where it isn't known. */
  unit: string;
  courseWeek: number | null;
  /** 1 (low) to 5 (high); without it, it wasn't noted. */
  motivation?: number | null;
  /** A case's; null for the others. */
  outcome: CaseOutcome | null;
  helpedCount: number;
  /** In the program's zone. */
  happenedOn: LocalDate;
}
