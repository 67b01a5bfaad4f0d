import { type BreachCauseGiven, breachCauses } from '../../../domain/breach';
import type { UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { chosenIn, type StateValues } from '../state-values';

const { blocks } = ids;

/** Reads the submitted cause of a breach. */
export function parseBreach(values: StateValues, t: Messages): Parsed<BreachCauseGiven> {
  const reading: Reading = { values, errors: {}, t };
  const chosen = chosenIn(values, blocks.breachCause);
  const cause = breachCauses.find((one) => one === chosen);
  if (!cause) reading.errors[blocks.breachCause] = t.errors.breachCauseMissing();
  const note = readText(reading, blocks.breachNote, longest.breachNote);
  return parsed({ cause: cause ?? 'other', note }, reading);
}

/** Puts an error of the use case under the first field, so that the modal stays open with all that was typed. */
export function breachErrors(error: UserError, t: Messages): FieldErrors {
  return { [blocks.breachCause]: errorText(error, t) };
}
