import type { CheckInContent, PlannedContact } from '../../../domain/check-in';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { type Parsed, parsed, type Reading } from '../reading';
import { chosenIn, type StateValues } from '../state-values';
import type { CheckInMeta } from './meta';
import { readContent } from './parse-content';
import { readPlan } from './parse-plan';

export interface ParsedCheckIn {
  learnerId: string;
  content: CheckInContent;
  /** Null: the usual rhythm. Always null for a correction, whose modal doesn't ask. */
  plan: PlannedContact | null;
}

/**
 * Reads a submitted check-in modal.
 *
 * Whether its days suit the learner and the clock is for the use case to say. A modal may stay open past
 * midnight: here only days are refused that were wrong already when it was opened.
 */
export function parseCheckIn(values: StateValues, meta: CheckInMeta, t: Messages): Parsed<ParsedCheckIn> {
  const reading: Reading = { values, errors: {}, t };
  const learnerId = readLearner(reading, meta);
  const content = readContent(reading, learnerId, meta);
  const plan = meta.correcting ? null : readPlan(reading, learnerId, meta.today);
  return parsed({ learnerId, content, plan }, reading);
}

function readLearner({ values, errors, t }: Reading, meta: CheckInMeta): string {
  const picked = meta.correcting ? null : chosenIn(values, ids.blocks.learner, ids.actions.learner);
  const learnerId = picked ?? meta.learnerId;
  if (!learnerId) errors[ids.blocks.learner] = t.errors.learnerMissing();
  return learnerId ?? '';
}
