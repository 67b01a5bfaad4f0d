import { type Question, wants } from '../../../domain/consultation';
import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids, learnersBlock } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { allChosenIn, chosenIn, type StateValues, textIn } from '../state-values';

const { blocks, actions } = ids;

export interface ParsedConsult {
  learnerId: string;
  question: Question;
  hideName: boolean;
  shownCheckIns: string[];
}

/** Reads a submitted modal. A check-in that its author hasn't seen there isn't shown to the team either. */
export function parseConsult(values: StateValues, t: Messages): Parsed<ParsedConsult> {
  const reading: Reading = { values, errors: {}, t };
  const { errors } = reading;
  const learnerId = chosenIn(values, blocks.learner, actions.consultLearner);
  const situation = readText(reading, blocks.consultSituation, longest.question);
  const tried = readText(reading, blocks.consultTried, longest.question);
  const chosen = wantsIn(values);
  if (learnerId === null) errors[blocks.learner] = t.errors.learnerMissing();
  if (situation === '') errors[blocks.consultSituation] = t.errors.situationMissing();
  if (chosen.length === 0) errors[blocks.consultWants] = t.errors.wantsMissing();
  return parsed(
    {
      learnerId: learnerId ?? '',
      question: { situation, tried, wants: chosen },
      hideName: hidesName(values),
      shownCheckIns: allChosenIn(values, learnersBlock(blocks.consultShown, learnerId)),
    },
    reading,
  );
}

function wantsIn(values: StateValues): Question['wants'] {
  const chosen = allChosenIn(values, blocks.consultWants, actions.consultWants);
  return wants.filter((want) => chosen.includes(want));
}

/** Whether the box is ticked. */
export function hidesName(values: StateValues): boolean {
  return allChosenIn(values, blocks.consultHideName).length > 0;
}

/** What is written so far, for drawing the modal again. */
export function writtenSoFar(values: StateValues): Question {
  return {
    situation: textIn(values, blocks.consultSituation),
    tried: textIn(values, blocks.consultTried),
    wants: wantsIn(values),
  };
}

const aboutLearner: readonly ErrorCode[] = ['learnerGone', 'learnerElsewhere', 'learnerInactive'];

/** Puts an error of the use case under a field, so that the modal stays open with all that was written. */
export function consultErrors(error: UserError, t: Messages): FieldErrors {
  const field = aboutLearner.includes(error.code) ? blocks.learner : blocks.consultSituation;
  return { [field]: errorText(error, t) };
}
