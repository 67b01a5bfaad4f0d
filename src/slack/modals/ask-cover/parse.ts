import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { allChosenIn, type StateValues, userIn } from '../state-values';

const { blocks } = ids;

export interface ParsedAskCover {
  toId: string;
  /** Null: everyone of whom nobody else is asked. */
  learnerIds: string[] | null;
  note: string;
}

/** Reads whom somebody asks to cover, and for whom. */
export function parseAskCover(values: StateValues, t: Messages): Parsed<ParsedAskCover> {
  const reading: Reading = { values, errors: {}, t };
  const toId = userIn(values, blocks.person);
  if (toId === null) reading.errors[blocks.person] = t.errors.coverPersonMissing();
  const chosen = allChosenIn(values, blocks.learners, ids.actions.ownLearners);
  const note = readText(reading, blocks.requestNote, longest.request);
  return parsed({ toId: toId ?? '', learnerIds: chosen.length === 0 ? null : chosen, note }, reading);
}

const aboutLearners: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'notYourLearners',
  'learnerMissing',
  'learnerElsewhere',
]);

/** Puts an error of the use case under the field that it is about. */
export function askCoverErrors(error: UserError, values: StateValues, t: Messages): FieldErrors {
  const field = aboutLearners.has(error.code) && values[blocks.learners] ? blocks.learners : blocks.person;
  return { [field]: errorText(error, t) };
}
