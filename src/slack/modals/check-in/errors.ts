import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import type { FieldErrors } from '../reading';
import type { StateValues } from '../state-values';

const { blocks } = ids;

const fields: Partial<Record<ErrorCode, string>> = {
  learnerMissing: blocks.learner,
  learnerGone: blocks.learner,
  learnerElsewhere: blocks.learner,
  learnerInactive: blocks.learner,
  contactInFuture: blocks.contactedOn,
  contactBeforeCourse: blocks.contactedOn,
  planPastFloor: blocks.nextOn,
  planNotAfterToday: blocks.nextOn,
  planAfterCourse: blocks.nextOn,
  planReasonMissing: blocks.nextReason,
  nobodyToTell: blocks.urgent,
};

/**
 * Puts an error of a use case under the field that it is about, so that the modal stays open with all that was
 * typed. Those about no field, or about one that isn't shown, stand under the outcome.
 */
export function checkInErrors(error: UserError, values: StateValues, t: Messages): FieldErrors {
  const field = fields[error.code] ?? blocks.outcome;
  const shown = Object.keys(values).find((blockId) => blockId === field || blockId.startsWith(`${field}:`));
  return { [shown ?? blocks.outcome]: errorText(error, t) };
}
