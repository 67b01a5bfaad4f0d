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
  promise: { text: string; dueOn: LocalDate } | null;
  flaggedFor: Audience[];
}

/** The supporter's own date for the next contact; null: the usual rhythm. */
export interface PlannedContact {
  on: LocalDate;
  reason: string;
}
