import type { PlannedContact } from '../../../domain/check-in';
import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { dateIn, type StateValues } from '../state-values';
import type { PostponeMeta } from './meta';

const { blocks } = ids;

export interface ParsedPostponement {
  learnerId: string;
  plan: PlannedContact;
}

/** Reads a submitted postpone modal. Whether the date suits floor and course is for the use case to say. */
export function parsePostpone(
  values: StateValues,
  { learnerId, today }: PostponeMeta,
  t: Messages,
): Parsed<ParsedPostponement> {
  const reading: Reading = { values, errors: {}, t };
  const { errors } = reading;
  const on = dateIn(values, blocks.postponeOn);
  const reason = readText(reading, blocks.postponeReason, longest.reason);
  if (on === null || on <= today) errors[blocks.postponeOn] = t.errors.planNotAfterToday();
  if (reason === '') errors[blocks.postponeReason] = t.errors.planReasonMissing();
  return parsed({ learnerId, plan: { on: on ?? today, reason } }, reading);
}

const reasonFields: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['planReasonMissing']);

/** Puts an error of the use case under a field, so that the modal stays open with all that was typed. */
export function postponeErrors(error: UserError, t: Messages): FieldErrors {
  const field = reasonFields.has(error.code) ? blocks.postponeReason : blocks.postponeOn;
  return { [field]: errorText(error, t) };
}
