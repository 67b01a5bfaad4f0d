import type { RecentCheckIn } from './check-in-form';
import type { OpenConsultation, Question } from './consultation';
import type { LocalDate } from './dates';
import type { LibraryHit } from './library';

/** What the modal in which a supporter asks her peers shows besides what she types. */
export interface ConsultForm {
  /** Null until one is picked. */
  learner: ConsultLearner | null;
  /** A name typed after /consult that nobody or several answer to; null: none was, or one learner does. */
  search: { typed: string; matches: 'none' | 'several' } | null;
  /** What is filled in beforehand. */
  given: ConsultGiven;
  /** What is like what was written so far; null: nothing was looked for yet. */
  similar: LibraryHit[] | null;
}

export interface ConsultGiven extends Partial<Question> {
  /** Whether she wanted the learner's name hidden so far. */
  hideName?: boolean;
}

export interface ConsultLearner {
  id: string;
  name: string;
  /** Newest first, as many as a question shows. */
  recent: RecentCheckIn[];
  /** What is asked joins it; null: it begins a thread of its own, or joins one that the viewer may not know to be about her. */
  open: (OpenConsultation & { openedOn: LocalDate }) | null;
}
