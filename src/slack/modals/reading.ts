import type { Messages } from '../../i18n';
import { type StateValues, textIn } from './state-values';

/** What is wrong, by block id: goes back in the ack, and Slack shows it under the fields. */
export type FieldErrors = Record<string, string>;

/** What a modal's fields say, or what to change in them. */
export type Parsed<T> = { ok: true; input: T } | { ok: false; errors: FieldErrors };

/** A submitted modal while it is read: problems gather, so that all are shown at once. */
export interface Reading {
  values: StateValues;
  errors: FieldErrors;
  t: Messages;
}

export function parsed<T>(input: T, { errors }: Reading): Parsed<T> {
  return Object.keys(errors).length === 0 ? { ok: true, input } : { ok: false, errors };
}

/** Slack's apps hold what is typed to the view's limits; should one not, the field says so. */
export function readText({ values, errors, t }: Reading, blockId: string, max: number): string {
  const text = textIn(values, blockId);
  if (text.length > max) errors[blockId] = t.errors.tooLong({ max });
  return text;
}
