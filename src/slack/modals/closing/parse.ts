import { type Concern, concerns } from '../../../domain/check-in';
import { type CaseTexts, mostReplies, tagLimits, tagsIn } from '../../../domain/closing';
import { type CaseOutcome, caseOutcomes } from '../../../domain/consultation';
import type { UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids, passageBlock, repliesBlock } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { allChosenIn, chosenIn, type StateValues, textIn, tickedIn } from '../state-values';
import { mostBoxes } from './reply-blocks';

const { blocks } = ids;

/** What stands in the modal, whether or not it can be saved so. */
export interface Entered {
  outcome: CaseOutcome | null;
  /** `helped`: her own words alone. */
  texts: CaseTexts;
  tags: string[];
  concerns: Concern[];
  /** The chosen replies; `text` null: it isn't shown yet. */
  chosen: { ts: string; text: string | null }[];
}

export function enteredIn(values: StateValues): Entered {
  const outcome = chosenIn(values, blocks.closingOutcome);
  return {
    outcome: caseOutcomes.find((one) => one === outcome) ?? null,
    texts: textsIn(values),
    tags: tagsIn(textIn(values, blocks.closingTags)),
    concerns: tickedIn(values, blocks.concerns, concerns),
    chosen: chosenReplies(values),
  };
}

function textsIn(values: StateValues): CaseTexts {
  return {
    title: textIn(values, blocks.closingTitle),
    situation: textIn(values, blocks.closingSituation),
    tried: textIn(values, blocks.closingTried),
    helped: textIn(values, blocks.closingHelped),
  };
}

/** In the order of the thread, whatever the order of the clicks. */
function chosenReplies(values: StateValues): Entered['chosen'] {
  const parts = Array.from({ length: Math.ceil(mostReplies.offered / mostBoxes) }, (_, index) => index + 1);
  return parts
    .flatMap((part) => allChosenIn(values, repliesBlock(part), ids.actions.closingReplies))
    .sort((a, b) => Number(a) - Number(b))
    .map((ts) => ({ ts, text: values[passageBlock(ts)] ? textIn(values, passageBlock(ts)) : null }));
}

export type ParsedClosing = Entered & { outcome: CaseOutcome };

/** Reads the submitted modal. */
export function parseClosing(values: StateValues, t: Messages): Parsed<ParsedClosing> {
  const reading: Reading = { values, errors: {}, t };
  const { errors } = reading;
  const entered = { ...enteredIn(values), texts: readTexts(reading) };
  if (entered.outcome === null) errors[blocks.closingOutcome] = t.errors.outcomeOfCaseMissing();
  if (entered.chosen.length > mostReplies.chosen) {
    errors[blocks.closingHelped] = t.errors.tooManyReplies({ max: mostReplies.chosen });
  }
  if (entered.tags.length > tagLimits.count || entered.tags.some(({ length }) => length > tagLimits.length)) {
    errors[blocks.closingTags] = t.errors.tagsTooMany(tagLimits);
  }
  return parsed({ ...entered, outcome: entered.outcome ?? 'resolved' }, reading);
}

/** The texts of a case, as they stand in the modal or in its preview. */
export function readTexts(reading: Reading): CaseTexts {
  const { errors, t } = reading;
  const texts = {
    title: readText(reading, blocks.closingTitle, longest.caseTitle),
    situation: readText(reading, blocks.closingSituation, longest.caseText),
    tried: readText(reading, blocks.closingTried, longest.caseText),
    helped: readText(reading, blocks.closingHelped, longest.caseText),
  };
  if (texts.title === '') errors[blocks.closingTitle] = t.errors.caseTitleMissing();
  if (texts.situation === '') errors[blocks.closingSituation] = t.errors.caseSituationMissing();
  return texts;
}

/** Puts an error of a use case under the field that it is about, in the modal and in its preview. */
export function closingErrors(error: UserError, t: Messages): FieldErrors {
  const about = { helpedTooLong: blocks.closingHelped, caseTooLong: blocks.closingSituation };
  const block = error.code in about ? about[error.code as keyof typeof about] : blocks.closingTitle;
  return { [block]: errorText(error, t) };
}
