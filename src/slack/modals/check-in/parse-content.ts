import { audiences, type CheckInContent, concerns, type Outcome, outcomes } from '../../../domain/check-in';
import type { LocalDate } from '../../../domain/dates';
import { ids } from '../../ids';
import { longest, studyHours } from '../limits';
import { type Reading, readText } from '../reading';
import { blockFor, chosenIn, dateIn, textIn, tickedIn } from '../state-values';
import { urgent } from './audience-blocks';
import { motivations } from './contact-blocks';
import type { CheckInMeta } from './meta';
import { readSentMessage } from './sent-message';
import { shareAsWin } from './words-blocks';

const { blocks } = ids;

/** Everything that a check-in says, as it stands in the modal. Problems gather in the reading. */
export function readContent(reading: Reading, learnerId: string, meta: CheckInMeta): CheckInContent {
  const { values } = reading;
  return {
    contactedOn: dateIn(values, blocks.contactedOn) ?? meta.today,
    outcome: readOutcome(reading),
    motivation: readMotivation(reading),
    unit: readText(reading, blockFor(values, blocks.unit, learnerId), longest.unit),
    studyHours: readHours(reading),
    concerns: tickedIn(values, blocks.concerns, concerns),
    note: readText(reading, blocks.note, longest.note),
    learnerWords: readText(reading, blocks.learnerWords, longest.learnerWords),
    shareAsWin: tickedIn(values, blocks.shareAsWin, [shareAsWin]).length > 0,
    ...readSentMessage(reading),
    // A promise that is corrected later may well have been due by now.
    promise: readPromise(reading, meta.correcting ? null : meta.today),
    flaggedFor: tickedIn(values, blocks.audiences, audiences),
    urgent: tickedIn(values, blocks.urgent, [urgent]).length > 0,
  };
}

function readOutcome({ values, errors, t }: Reading): Outcome {
  const chosen = chosenIn(values, blocks.outcome);
  const outcome = outcomes.find((one) => one === chosen);
  if (!outcome) errors[blocks.outcome] = t.errors.outcomeMissing();
  return outcome ?? 'sent';
}

function readMotivation({ values }: Reading): number | null {
  const chosen = chosenIn(values, blocks.motivation);
  const level = motivations.find((one) => one === chosen);
  return level ? Number(level) : null;
}

function readHours({ values, errors, t }: Reading): number | null {
  const text = textIn(values, blocks.studyHours);
  if (text === '') return null;
  const hours = Number(text);
  const { min, max } = studyHours;
  if (hours >= min && hours <= max) return Math.round(hours * 10) / 10;
  errors[blocks.studyHours] = t.errors.numberExpected({ min, max });
  return null;
}

function readPromise(reading: Reading, notBefore: LocalDate | null): CheckInContent['promise'] {
  const { values, errors, t } = reading;
  const text = readText(reading, blocks.promiseText, longest.promise);
  const dueOn = dateIn(values, blocks.promiseDueOn);
  if (text === '' && dueOn === null) return null;
  if (text === '') errors[blocks.promiseText] = t.errors.promiseTextMissing();
  else if (dueOn === null) errors[blocks.promiseDueOn] = t.errors.promiseDateMissing();
  else if (notBefore !== null && dueOn < notBefore) {
    errors[blocks.promiseDueOn] = t.errors.promiseDatePast();
  }
  return dueOn === null ? null : { text, dueOn };
}
