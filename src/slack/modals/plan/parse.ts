import type { PlannedContact } from '../../../domain/check-in';
import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { blockFor, chosenIn, dateIn, type StateValues } from '../state-values';
import type { PlanMeta } from './meta';
import { planChoices } from './view';

const { blocks } = ids;

export interface ParsedPlan {
  learnerId: string;
  /** Null: back to the usual rhythm. */
  plan: PlannedContact | null;
}

/** Reads a submitted plan modal. Whether the date suits rhythm, floor and course is for the use case to say. */
export function parsePlan(values: StateValues, meta: PlanMeta, t: Messages): Parsed<ParsedPlan> {
  const reading: Reading = { values, errors: {}, t };
  const { errors } = reading;
  const learnerId = learnerIn(values, meta);
  if (learnerId === null) return { ok: false, errors: { [blocks.learner]: t.errors.learnerMissing() } };
  const onBlock = blockFor(values, blocks.planOn, learnerId);
  // Submitted before the modal was drawn again for the learner just picked.
  if (!values[onBlock]) return { ok: false, errors: { [blocks.learner]: t.errors.learnerNotShown() } };
  if (chosenIn(values, blockFor(values, blocks.planChoice, learnerId)) === planChoices.rhythm) {
    return parsed({ learnerId, plan: null }, reading);
  }
  const on = dateIn(values, onBlock);
  const reason = readText(reading, blockFor(values, blocks.planReason, learnerId), longest.reason);
  if (on === null || on <= meta.today) errors[onBlock] = t.errors.planNotAfterToday();
  return parsed({ learnerId, plan: { on: on ?? meta.today, reason } }, reading);
}

function learnerIn(values: StateValues, { picking, learnerId }: PlanMeta): string | null {
  return picking ? chosenIn(values, blocks.learner, ids.actions.planLearner) : learnerId;
}

const fields: Partial<Record<ErrorCode, string>> = {
  learnerGone: blocks.learner,
  learnerElsewhere: blocks.learner,
  learnerInactive: blocks.learner,
  planReasonMissing: blocks.planReason,
};

/** Puts an error of the use case under a field that is shown, so that the modal stays open with all that was typed. */
export function planErrors(error: UserError, values: StateValues, t: Messages): FieldErrors {
  const shown = (field: string | undefined) =>
    Object.keys(values).find((blockId) => blockId === field || blockId.startsWith(`${field}:`));
  const field = shown(fields[error.code]) ?? shown(blocks.planOn) ?? blocks.learner;
  return { [field]: errorText(error, t) };
}
