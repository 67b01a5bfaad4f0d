import type { PlannedContact } from './check-in';
import type { LocalDate } from './dates';

/** A learner whose next contact is to be planned. */
export interface PlanLearner {
  id: string;
  name: string;
  /** Tells people of one name apart: the course's first day when the program has the name twice, else null. */
  startedOn: LocalDate | null;
  dueOn: LocalDate;
  /** When the rhythm would have it: a later date needs a reason. Null: it would have none. */
  usualOn: LocalDate | null;
  /** The first and the last day that can be chosen. */
  firstOn: LocalDate;
  lastOn: LocalDate;
  /** Filled in beforehand. */
  suggestedOn: LocalDate;
  /** The plan that stands; null: the usual rhythm. */
  plan: (PlannedContact & { byName: string | null; watching: boolean }) | null;
}
