import type { NewPolicy } from '../../../domain/program-rules';
import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest, policyLimits } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { chosenIn, dateIn, type StateValues, textIn } from '../state-values';

const { blocks } = ids;

/** Reads a submitted policy. Whether its day will do is for the use case to say. */
export function parsePolicy(values: StateValues, t: Messages): Parsed<NewPolicy> {
  const reading: Reading = { values, errors: {}, t };
  const { errors } = reading;
  const effectiveOn = dateIn(values, blocks.policyOn);
  const reason = readText(reading, blocks.policyReason, longest.reason);
  if (effectiveOn === null) errors[blocks.policyOn] = t.errors.dateMissing();
  if (reason === '') errors[blocks.policyReason] = t.errors.policyReasonMissing();
  const contactsPerWeek = readWhole(reading, blocks.policyContacts, {
    text: chosenIn(values, blocks.policyContacts) ?? '',
    ...{ min: 1, max: 7 },
  });
  const floorDays = readWhole(reading, blocks.policyFloor, {
    text: textIn(values, blocks.policyFloor),
    ...policyLimits.floorDays,
  });
  return parsed({ effectiveOn: effectiveOn ?? '', contactsPerWeek, floorDays, reason }, reading);
}

function readWhole(
  { errors, t }: Reading,
  blockId: string,
  { text, min, max }: { text: string; min: number; max: number },
): number {
  const number = Number(text);
  const fits = text !== '' && Number.isInteger(number) && number >= min && number <= max;
  if (!fits) errors[blockId] = t.errors.numberExpected({ min, max });
  return number;
}

const ofTheDay: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['policyInPast', 'policyTooFar']);

/** Puts an error of the use case under a field, so that the modal stays open with all that was typed. */
export function policyErrors(error: UserError, t: Messages): FieldErrors {
  const field = ofTheDay.has(error.code) ? blocks.policyOn : blocks.policyContacts;
  return { [field]: errorText(error, t) };
}
