import type { PlannedContact } from '../../../domain/check-in';
import type { LocalDate } from '../../../domain/dates';
import { ids } from '../../ids';
import { longest } from '../limits';
import { type Reading, readText } from '../reading';
import { blockFor, chosenIn, dateIn } from '../state-values';
import { nextChoices } from './next-blocks';

const { blocks } = ids;

/** The supporter's own date for the next contact; null: the usual rhythm. */
export function readPlan(reading: Reading, learnerId: string, today: LocalDate): PlannedContact | null {
  const { values, errors, t } = reading;
  const next = blockFor(values, blocks.next, learnerId);
  const onBlock = blockFor(values, blocks.nextOn, learnerId);
  const on = dateIn(values, onBlock);
  const reason = readText(reading, blockFor(values, blocks.nextReason, learnerId), longest.reason);
  if (chosenIn(values, next) !== nextChoices.planned) {
    // A date that she picked herself is not passed over in silence; one filled in beforehand she has unchosen.
    if (on !== null && next === blocks.next) errors[next] = t.errors.planNotChosen();
    return null;
  }
  if (on === null) errors[onBlock] = t.errors.planDateMissing();
  else if (on <= today) errors[onBlock] = t.errors.planNotAfterToday();
  return on === null ? null : { on, reason };
}
