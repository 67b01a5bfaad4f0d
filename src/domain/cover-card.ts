import type { Outcome } from './check-in';
import type { LocalDate } from './dates';

/** What somebody should know who takes a learner over (DESIGN.md 4, "Away, cover, handover"). */
export interface CoverCard {
  learnerId: string;
  name: string;
  status: 'active' | 'paused' | 'completed' | 'withdrawn';
  companionId: string | null;
  startedOn: LocalDate;
  endsOn: LocalDate;
  /** The program's. */
  zone: string;
  goal: string;
  tone: string;
  avoid: string;
  unit: string;
  dueOn: LocalDate | null;
  /** Why she is quietly watched over until that day, '' where nobody said; null: she isn't. */
  watchedBecause: string | null;
  /** The last three, newest first. */
  recent: {
    contactedOn: LocalDate;
    outcome: Outcome;
    motivation: number | null;
    note: string;
    authorName: string;
  }[];
  /** The last eight, 1 to 5, oldest first. */
  motivations: number[];
  /** Those that are open, earliest due first. */
  promises: { text: string; dueOn: LocalDate }[];
  team: { role: 'mentor' | 'advisor'; name: string }[];
}
