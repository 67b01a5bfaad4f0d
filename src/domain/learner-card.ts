import type { ContactStatus, NextContact, Rhythm } from './cadence';
import type { Concern } from './check-in';
import { concerns as allConcerns } from './check-in';
import type { RecentCheckIn } from './check-in-form';
import type { OpenConsultation } from './consultation';
import { daysBetween, type LocalDate } from './dates';

export type LearnerStatus = 'active' | 'paused' | 'completed' | 'withdrawn';

/** What somebody who supports a learner sees of her at one glance (DESIGN.md 4, `/learner name`). */
export interface LearnerCard {
  learnerId: string;
  name: string;
  reading: string;
  status: LearnerStatus;
  /** Why and since when she isn't active; null: not known. */
  statusReason: string | null;
  statusOn: LocalDate | null;
  /** Breaks that aren't over, by their first day. */
  pauses: CardPause[];
  programName: string;
  startedOn: LocalDate;
  endsOn: LocalDate;
  course: CourseWeek;
  goal: string;
  background: string;
  /** For whoever stands in: the tone that works, and what is better not raised. */
  tone: string;
  avoid: string;
  /** By name; null: nobody yet. */
  companion: string | null;
  mentor: string | null;
  advisor: string | null;
  rhythm: Rhythm;
  /** Whether the rhythm is the learner's own rather than the program's. */
  ownRhythm: boolean;
  /** Hours a week that she means to study. */
  weeklyHours: number | null;
  standing: Standing;
  unit: string;
  /** Those that came up in at least two of the last check-ins, most frequent first. */
  concerns: { concern: Concern; times: number }[];
  /** Of the last check-ins, oldest first. */
  trend: TrendPoint[];
  promises: { text: string; dueOn: LocalDate; madeByName: string }[];
  /** Open ones that aren't shown. */
  morePromises: number;
  /** Newest first. */
  recent: RecentCheckIn[];
  /** What the team is asked about her; null: nothing, or nothing of which the viewer may know. */
  consultation: OpenConsultation | null;
}

/** When the next contact is due, and why. */
export interface Standing extends NextContact {
  state: ContactStatus;
  /** The supporter's own date; null: none, or it has passed. `watching`: it waits longer than the rhythm would. */
  plan: { on: LocalDate; reason: string; byName: string | null; watching: boolean } | null;
}

export interface TrendPoint {
  contactedOn: LocalDate;
  motivation: number | null;
  studyHours: number | null;
}

export interface CardPause {
  id: string;
  from: LocalDate;
  to: LocalDate;
  reason: string;
}

/** How much of a learner's past a card draws on. */
export const cardRows = { trend: 8, recent: 3, promises: 5, pauses: 5 } as const;

/** Where a course stands: `week` counts from 1; null before its first and after its last day. */
export interface CourseWeek {
  week: number | null;
  weeks: number;
}

/** Weeks of seven days, counted from the course's first day; the last one may be shorter. */
export function courseWeek(
  { startedOn, endsOn }: { startedOn: LocalDate; endsOn: LocalDate },
  on: LocalDate,
): CourseWeek {
  const weekOf = (day: LocalDate) => Math.floor(daysBetween(startedOn, day) / 7) + 1;
  return { week: on < startedOn || on > endsOn ? null : weekOf(on), weeks: weekOf(endsOn) };
}

/** The concerns that came up more than once, most frequent first; those as frequent in the form's order. */
export function recurringConcerns(
  checkIns: readonly { concerns: readonly Concern[] }[],
): LearnerCard['concerns'] {
  return allConcerns
    .map((concern) => ({
      concern,
      times: checkIns.filter(({ concerns }) => concerns.includes(concern)).length,
    }))
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times);
}

const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'] as const;
const unknown = '·';

/** A line of block characters, one per value: the lowest for `min` and below, the highest for `max`. */
export function barLine(
  values: readonly (number | null)[],
  { min, max }: { min: number; max: number },
): string {
  return values
    .map((value) => {
      if (value === null) return unknown;
      const share = max > min ? (value - min) / (max - min) : 1;
      return levels[Math.round(Math.min(1, Math.max(0, share)) * (levels.length - 1))];
    })
    .join('');
}
