import type { Concern } from './check-in';
import { addDays, type LocalDate } from './dates';

/** What kind of help is asked for (DESIGN.md 4, Consultation). */
export const wants = ['ideas', 'cases', 'view', 'takeOver'] as const;
export type Want = (typeof wants)[number];

/** How a consultation ended. */
export const caseOutcomes = [
  'resolved',
  'better',
  'noChange',
  'left',
  'handedToMentor',
  'handedToAdvisor',
  'handedToSchool',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** How it went on, two weeks after a consultation was closed. */
export const followUpAnswers = ['better', 'same', 'worse'] as const;
export type FollowUpAnswer = (typeof followUpAnswers)[number];

/** How many days after its closing a consultation's author is asked how it went on, and may open it again until then. */
export const followUpDays = 14;

/** The last day on which a closed consultation can be opened again. */
export function reopenableUntil(closedOn: LocalDate): LocalDate {
  return addDays(closedOn, followUpDays);
}

/** What leads are told of a channel in which replies are collected no more. Slack has no such code. */
export const repliesUncollected = 'replies_uncollected';

/** What somebody asks her peers, in her own words. */
export interface Question {
  /** What happens. */
  situation: string;
  /** What was tried; may be empty. */
  tried: string;
  /** At least one. */
  wants: Want[];
}

/** What a case says, all names removed. */
export interface CaseContent {
  title: string;
  situation: string;
  tried: string;
  /** What helped, or what came of it. */
  helped: string;
  outcome: CaseOutcome;
  concerns: Concern[];
  tags: string[];
  unit: string;
  /** Counted from 1, when it was asked; null: outside the course, or not known. */
  courseWeek: number | null;
}

/** What is kept of a case as it was: how it went on too, where that was told. */
export type KeptCase = CaseContent & { followUpAnswer?: FollowUpAnswer; followUpLine?: string };

/** Why an earlier version of a case is kept. */
export type CaseChange = 'edited' | 'merged' | 'retired' | 'restored' | 'closedAgain' | 'followedUp';

/** A consultation about a learner that is still open, for whoever may see her. */
export interface OpenConsultation {
  id: string;
  authorId: string;
  authorName: string;
  openedOn: LocalDate;
  hideName: boolean;
  /** Null: not known. */
  permalink: string | null;
}

/**
 * Whether somebody who looks at a learner may be told that she is the one whom a consultation is about: with the name
 * hidden only who asked it.
 */
export function mayKnowWhom({ hideName, authorId }: OpenConsultation, viewerId: string): boolean {
  return !hideName || authorId === viewerId;
}

/** How many of a learner's last check-ins a question shows, if its author leaves none out. */
export const shownCheckIns = 3;
