import type { LocalDate } from './dates';

export const outcomes = ['sent', 'replied', 'talked'] as const;
export type Outcome = (typeof outcomes)[number];

export const concerns = [
  'time',
  'difficulty',
  'motivation',
  'work',
  'family',
  'health',
  'tools',
  'jobHunting',
  'loneliness',
  'other',
] as const;
export type Concern = (typeof concerns)[number];

/** Who else should know of a check-in. */
export const audiences = ['mentor', 'advisor', 'school'] as const;
export type Audience = (typeof audiences)[number];

/** What a check-in says, as its author wrote it (DESIGN.md 4, Logging). */
export interface CheckInContent {
  contactedOn: LocalDate;
  outcome: Outcome;
  /** 1 (low) to 5 (high). */
  motivation: number | null;
  unit: string;
  /** Hours studied this week. */
  studyHours: number | null;
  concerns: Concern[];
  note: string;
  /** The learner's own words. */
  learnerWords: string;
  shareAsWin: boolean;
  /** The message that was sent, as its author keeps it; '' when it isn't kept. */
  sentText: string;
  /** Whether it worked: then others read it in the library, names removed. Never without a text. */
  sentTextHelped: boolean;
  promise: { text: string; dueOn: LocalDate } | null;
  flaggedFor: Audience[];
  /** Whether mentor and advisor, where flagged, are told at once. */
  urgent: boolean;
}

/** The supporter's own date for the next contact; null: the usual rhythm. */
export interface PlannedContact {
  on: LocalDate;
  reason: string;
}
