import type { ClosureRange } from './closures';
import type { LocalDate } from './dates';
import type { Locale } from './locale';

/** What a lead may change of a program beside its policy and its days off. */
export interface ProgramSettings {
  name: string;
  /** Of what is posted in its channel. */
  locale: Locale;
  /** ISO 3166 code whose public holidays are days off. */
  country: string;
  /** 1 Monday … 7 Sunday. */
  workingWeekdays: number[];
  /** Local time of the digest, 'HH:MM:SS'. */
  digestAt: string;
  /** Whose contacts count towards rhythm and floor. */
  countedRoles: string[];
}

/** A policy of the history, in the program's local dates. */
export interface PolicyLine {
  id: string;
  effectiveOn: LocalDate;
  contactsPerWeek: number;
  floorDays: number;
  reason: string;
  setOn: LocalDate;
  /** null: an operator. */
  setBy: string | null;
  /** Null: it counts, or did in its time. */
  ended: { on: LocalDate; by: string | null } | null;
}

/** All that a lead sees of her program. */
export interface ProgramPage {
  /** The viewer's language. */
  locale: Locale;
  /** The program's local date. */
  today: LocalDate;
  programId: string;
  zone: string;
  settings: ProgramSettings;
  current: PolicyLine | null;
  /** Those that take effect later, the next first. */
  planned: PolicyLine[];
  /** All others, the newest first. */
  past: PolicyLine[];
  /** From today on. */
  closures: ClosureRange[];
  /** How far the due days are worked out; null: all are. */
  progress: { done: number; total: number } | null;
  /** The viewer's other programs that she leads. */
  others: { id: string; name: string }[];
}
