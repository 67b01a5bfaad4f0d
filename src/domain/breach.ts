import type { LocalDate } from './dates';

/** Why the client's minimum was missed, as a lead sees it. */
export const breachCauses = ['no_cover', 'unreachable', 'forgotten', 'other'] as const;

export type BreachCause = (typeof breachCauses)[number];

/** What a lead says of a breach. */
export interface BreachCauseGiven {
  cause: BreachCause;
  /** Her own words; '' where there is nothing to add. */
  note: string;
}

/** A missed minimum that a lead is asked about. */
export interface MissedFloor {
  breachId: string;
  name: string;
  /** Tells people of one name apart, as in DueItem. */
  startedOn: LocalDate | null;
  /** The last day that would have kept it. */
  floorOn: LocalDate;
  /** Null: nobody covered the learner. */
  companionName: string | null;
}
