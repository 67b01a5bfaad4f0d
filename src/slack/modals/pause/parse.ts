import type { LocalDate } from '../../../domain/dates';
import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import type { LearnerMeta } from '../learner-meta';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { dateIn, type StateValues } from '../state-values';

const { blocks } = ids;

export interface ParsedPause {
  learnerId: string;
  from: LocalDate;
  to: LocalDate | null;
  reason: string;
}

/** Reads a submitted pause modal. Whether its days make sense is for the use case to say. */
export function parsePause(
  values: StateValues,
  { learnerId, today }: LearnerMeta,
  t: Messages,
): Parsed<ParsedPause> {
  const reading: Reading = { values, errors: {}, t };
  const reason = readText(reading, blocks.pauseReason, longest.reason);
  if (reason === '') reading.errors[blocks.pauseReason] = t.errors.pauseReasonMissing();
  const from = dateIn(values, blocks.pauseFrom) ?? today;
  return parsed({ learnerId, from, to: dateIn(values, blocks.pauseTo), reason }, reading);
}

const dayFields: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'pauseEndsBeforeStart',
  'pauseIsOver',
  'pauseNeedsEnd',
]);

/** Puts an error of the use case under a field, so that the modal stays open with all that was typed. */
export function pauseErrors(error: UserError, t: Messages): FieldErrors {
  const field = dayFields.has(error.code) ? blocks.pauseTo : blocks.pauseFrom;
  return { [field]: errorText(error, t) };
}
