import type { PlannedContact } from '../../../domain/check-in';
import type { LocalDate } from '../../../domain/dates';
import { ids } from '../../ids';
import { longest } from '../limits';
import { type Reading, readText } from '../reading';
import { chosenIn, dateIn } from '../state-values';
import { nextChoices } from './next-blocks';

const { blocks } = ids;

/** The supporter's own date for the next contact; null: the usual rhythm. */
export function readPlan(reading: Reading, today: LocalDate): PlannedContact | null {
  const { values, errors, t } = reading;
  const on = dateIn(values, blocks.nextOn);
  const reason = readText(reading, blocks.nextReason, longest.reason);
  if (chosenIn(values, blocks.next) !== nextChoices.planned) {
    // A date that was picked and then passed over in silence would be a promise broken.
    if (on !== null) errors[blocks.next] = t.errors.planNotChosen();
    return null;
  }
  if (on === null) errors[blocks.nextOn] = t.errors.planDateMissing();
  else if (on <= today) errors[blocks.nextOn] = t.errors.planNotAfterToday();
  return on === null ? null : { on, reason };
}
