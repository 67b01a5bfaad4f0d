import type { Concern } from './check-in';
import type { CaseContent, CaseOutcome, FollowUpAnswer, Question } from './consultation';
import type { LocalDate } from './dates';
import type { MarkedText } from './marked-names';
import { truncate } from './text';

/** What people write of a case. */
export type CaseTexts = Pick<CaseContent, 'title' | 'situation' | 'tried' | 'helped'>;

/** What the modal shows in which a consultation is closed. */
export interface ClosingForm {
  consultationId: string;
  /** Null: her name is hidden from the viewer too. */
  learnerName: string | null;
  unit: string;
  /** Counted from 1; null: it was asked outside the course. */
  courseWeek: number | null;
  draft: ClosingDraft;
  /** The first one first, as many as can be offered. */
  replies: ClosingReply[];
}

/** What is filled in beforehand. `helped` is what isn't a chosen reply. */
export interface ClosingDraft extends CaseTexts {
  /** Null: nothing is chosen yet. */
  outcome: CaseOutcome | null;
  concerns: Concern[];
  tags: string[];
}

/** A reply that can be chosen as what helped. */
export interface ClosingReply {
  /** Slack's id of the message. */
  ts: string;
  /** Null: nobody whom Banso knows. */
  authorName: string | null;
  text: string;
  /** Whether it is chosen. */
  chosen: boolean;
}

/** What will be saved, all names replaced. */
export interface ClosingPreview {
  texts: Record<keyof CaseTexts, MarkedText>;
  tags: string[];
}

/** How many replies can be offered for choosing, and how many of them chosen: a modal has no room for more. */
export const mostReplies = { offered: 50, chosen: 10 } as const;

const longestDraftTitle = 60;

/** Put together from what was asked; or, where it was closed before, from what the case says. */
export function draftOf(
  questions: readonly Question[],
  earlier: CaseContent | null,
  concerns: Concern[],
): ClosingDraft {
  if (earlier) return earlier;
  const situation = paragraphs(questions.map((question) => question.situation));
  const tried = paragraphs(questions.map((question) => question.tried));
  return { title: firstSentence(situation), situation, tried, helped: '', outcome: null, concerns, tags: [] };
}

/** Her own words first, then the replies that she chose. */
export function helpedText(own: string, passages: readonly string[]): string {
  return paragraphs([own, ...passages]);
}

function paragraphs(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

function firstSentence(text: string): string {
  const [sentence = ''] = text.split(/(?<=[。．！？!?])|\n|(?<=\.)\s/);
  return truncate(sentence.replace(/[。．]$/, '').trim(), longestDraftTitle);
}

export const tagLimits = { count: 10, length: 40 } as const;

/** Tags as people write them in a row: `夜勤、#時間`. Each once. */
export function tagsIn(text: string): string[] {
  const tags = text
    .split(/[,、，;；\n]|\s+(?=[#＃])/)
    .map((tag) => tag.trim().replace(/^[#＃]+\s*/, ''))
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}

/**
 * The replies that can be offered, of more than that the marked ones and then the latest, in their order; chosen are those
 * marked with "This helped", as many as may be.
 */
export function offeredReplies<T extends Omit<ClosingReply, 'chosen'> & { marked: boolean }>(
  replies: readonly T[],
): ClosingReply[] {
  const said = replies.filter(({ text }) => text.trim() !== '');
  const marked = said.filter((reply) => reply.marked).slice(-mostReplies.offered);
  const room = mostReplies.offered - marked.length;
  const latest = room === 0 ? [] : said.filter((reply) => !reply.marked).slice(-room);
  const offered = new Set([...marked, ...latest]);
  const chosen = new Set(marked.slice(0, mostReplies.chosen));
  return said
    .filter((reply) => offered.has(reply))
    .map((reply) => {
      const { ts, authorName, text } = reply;
      return { ts, authorName, text, chosen: chosen.has(reply) };
    });
}

/** What the thread is told of a closing, and the root post shows of it. Nothing in it names the learner. */
export interface ClosedConsultation {
  consultationId: string;
  caseId: string;
  title: string;
  outcome: CaseOutcome;
  /** Null: it was opened again since. */
  closed: { byName: string; on: LocalDate } | null;
  /** The last day on which it can be opened again; null: that has passed, or it was. */
  reopenableUntil: LocalDate | null;
  /** Who is thanked: those whose words helped first. */
  helpers: { name: string; helped: boolean }[];
  /** Null: not told yet. */
  followUp: FollowUp | null;
}

/** How it went on. */
export interface FollowUp {
  answer: FollowUpAnswer;
  /** Names are replaced; may be empty. */
  line: string;
}

/** The question how it went on, as its message shows it. */
export interface FollowUpQuestion {
  consultationId: string;
  /** Null: it is hidden from the reader. */
  learnerName: string | null;
  title: string;
  /** Null: it was opened again since. */
  closedOn: LocalDate | null;
  /** Null: not answered yet. */
  followUp: FollowUp | null;
}
