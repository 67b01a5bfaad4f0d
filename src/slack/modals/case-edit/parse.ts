import { concerns } from '../../../domain/check-in';
import { caseOutcomes } from '../../../domain/consultation';
import type { UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import type { CaseEdit } from '../../../usecases/library/curate-case';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { chosenIn, type StateValues, tickedIn } from '../state-values';

const { blocks } = ids;

/** Reads the submitted texts of a case. */
export function parseCaseEdit(values: StateValues, t: Messages): Parsed<CaseEdit> {
  const reading: Reading = { values, errors: {}, t };
  const { errors } = reading;
  const title = readText(reading, blocks.caseTitle, longest.caseTitle);
  if (title === '') errors[blocks.caseTitle] = t.errors.caseTitleMissing();
  const situation = readText(reading, blocks.caseSituation, longest.caseText);
  if (situation === '') errors[blocks.caseSituation] = t.errors.caseSituationMissing();
  const outcome = caseOutcomes.find((one) => one === chosenIn(values, blocks.caseOutcome));
  if (!outcome) errors[blocks.caseOutcome] = t.errors.viewExpired();
  const edit = {
    ...{ title, situation, outcome: outcome ?? 'noChange' },
    tried: readText(reading, blocks.caseTried, longest.caseText),
    helped: readText(reading, blocks.caseHelped, longest.caseText),
    concerns: tickedIn(values, blocks.caseConcerns, concerns),
    tags: tagsOf(readText(reading, blocks.caseTags, longest.tags)),
  };
  return parsed(edit, reading);
}

/** Tags as they are typed in either language: between commas of any width. */
function tagsOf(text: string): string[] {
  const tags = text.split(/[,、，\n]/).map((tag) => tag.trim());
  return [...new Set(tags)].filter((tag) => tag !== '');
}

/** Puts an error of the use case under the field that it is about, so that the modal stays open with all that was typed. */
export function caseEditErrors(error: UserError, t: Messages): FieldErrors {
  const block = error.code === 'caseTooLong' ? blocks.caseSituation : blocks.caseTitle;
  return { [block]: errorText(error, t) };
}
