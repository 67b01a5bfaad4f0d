import type { LocalDate } from '../../../domain/dates';
import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { dateIn, type StateValues, userIn } from '../state-values';

const { blocks } = ids;

export interface ParsedAway {
  from: LocalDate;
  to: LocalDate;
  coverId: string | null;
  note: string;
}

/** Reads a submitted form for time away. */
export function parseAway(values: StateValues, t: Messages): Parsed<ParsedAway> {
  const reading: Reading = { values, errors: {}, t };
  const from = dateIn(values, blocks.awayFrom);
  const to = dateIn(values, blocks.awayTo);
  if (from === null) reading.errors[blocks.awayFrom] = t.errors.awayDatesMissing();
  if (to === null) reading.errors[blocks.awayTo] = t.errors.awayDatesMissing();
  const note = readText(reading, blocks.requestNote, longest.request);
  return parsed({ from: from ?? '', to: to ?? '', coverId: userIn(values, blocks.person), note }, reading);
}

const aboutPerson: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'coverYourself',
  'coverNotSupporter',
  'coverAway',
]);

/** Puts an error of the use case under the field that it is about. */
export function awayErrors(error: UserError, t: Messages): FieldErrors {
  return { [aboutPerson.has(error.code) ? blocks.person : blocks.awayTo]: errorText(error, t) };
}
