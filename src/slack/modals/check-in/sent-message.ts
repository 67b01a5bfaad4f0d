import type { InputBlock } from '@slack/types';
import type { CheckInContent } from '../../../domain/check-in';
import type { CheckInForm } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { field } from '../../block-kit';
import { ids } from '../../ids';
import { textInput, tickBoxes } from '../field-elements';
import { longest } from '../limits';
import { type Reading, readText } from '../reading';
import { tickedIn } from '../state-values';

const { blocks } = ids;
const helped = 'helped';

/** The message that was sent, where its author keeps it, and whether it worked (DESIGN.md 4, Cases). */
export function sentMessageBlocks({ given }: CheckInForm, t: Messages): InputBlock[] {
  return [
    field({
      blockId: blocks.sentText,
      label: t.keptMessages.sentText,
      hint: t.keptMessages.sentTextHint,
      element: textInput({ max: longest.sentText, value: given.sentText, multiline: true }),
    }),
    field({
      blockId: blocks.sentTextHelped,
      label: t.keptMessages.helped,
      hint: t.keptMessages.helpedHint,
      element: tickBoxes(
        [helped],
        { [helped]: t.keptMessages.helpedOption },
        given.sentTextHelped ? [helped] : [],
      ),
    }),
  ];
}

/** A message that worked but isn't there could be offered to nobody. */
export function readSentMessage(reading: Reading): Pick<CheckInContent, 'sentText' | 'sentTextHelped'> {
  const { values, errors, t } = reading;
  const sentText = readText(reading, blocks.sentText, longest.sentText);
  const sentTextHelped = tickedIn(values, blocks.sentTextHelped, [helped]).length > 0;
  if (sentTextHelped && sentText === '') errors[blocks.sentText] = t.errors.sentTextMissing();
  return { sentText, sentTextHelped };
}
