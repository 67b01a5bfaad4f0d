import type { EndedAbsence } from '../../domain/cover';
import type { LocalDate } from '../../domain/dates';
import type { UserError } from '../../errors';
import type { Messages } from '../../i18n';
import { section } from '../block-kit';
import { bold, escapeText, line } from '../mrkdwn';
import { longestName, type Message } from './message';

/** What a person reads of an error, in their language. Plain text: for modals. */
export function errorText(error: UserError, t: Messages): string {
  // A code and its parameters belong together by UserError's type; a union of codes no longer shows it.
  const words = t.errors[error.code] as (...params: unknown[]) => string;
  return words(...error.params);
}

/** The same as a message, for example as an ephemeral answer. */
export function errorMessage(error: UserError, t: Messages): Message {
  return answer(escapeText(errorText(error, t)));
}

interface Planned {
  name: string;
  next: { dueOn: LocalDate | null; watchedBecause: string | null };
  /** Back to the usual rhythm. */
  returned: boolean;
}

/** When to be in touch next, sooner or later, or that somebody is quietly watched over until then. */
export function plannedMessage(
  { name, next: { dueOn, watchedBecause }, returned }: Planned,
  t: Messages,
): Message {
  if (dueOn === null) return answer(t.saved.nothingNext);
  const words = returned ? t.plan.returned : watchedBecause === null ? t.plan.done : t.plan.watching;
  return answer(words({ name: bold(line(name, longestName)), on: dueOn }));
}

/** A colleague was asked to take learners over. */
export function askedMessage(toName: string, words: Messages['handover']['asked']): Message {
  return answer(words({ name: line(toName, longestName) }));
}

/** A time away was ended, or taken back before it began. */
export function endedMessage({ begun, from, to }: EndedAbsence, t: Messages): Message {
  return answer(begun ? t.away.ended : t.away.cancelled({ from, to }));
}

export function breachExplainedMessage({ name, on }: { name: string; on: LocalDate }, t: Messages): Message {
  const text = t.breach.explained({ name: bold(line(name, longestName)), on });
  return { text: t.saved.notification, blocks: [section(text)] };
}

export function importBegunMessage(t: Messages): Message {
  return answer(t.rosterImport.begun);
}

export function promiseKeptMessage(name: string, t: Messages): Message {
  return answer(t.promises.kept({ name: bold(line(name, longestName)) }));
}

export function promiseMovedMessage(
  { learnerName, dueOn }: { learnerName: string; dueOn: LocalDate },
  t: Messages,
): Message {
  return answer(t.promises.moved({ name: bold(line(learnerName, longestName)), on: dueOn }));
}

/** A message of one text, which is escaped already. */
export function answer(text: string): Message {
  return { text, blocks: [section(text)] };
}
