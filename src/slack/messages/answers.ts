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

export function postponedMessage({ name, on }: { name: string; on: LocalDate }, t: Messages): Message {
  return answer(t.postpone.done({ name: bold(line(name, longestName)), on }));
}

export function takenMessage(name: string, t: Messages): Message {
  return answer(t.taken(bold(line(name, longestName))));
}

function answer(text: string): Message {
  return { text, blocks: [section(text)] };
}
