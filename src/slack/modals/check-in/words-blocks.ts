import type { InputBlock } from '@slack/types';
import type { CheckInForm } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { field } from '../../block-kit';
import { ids } from '../../ids';
import { textInput, tickBoxes } from '../field-elements';
import { longest } from '../limits';

const { blocks } = ids;
export const shareAsWin = 'share';

/** The supporter's note, and the learner's own words. */
export function wordsBlocks({ given }: CheckInForm, t: Messages): InputBlock[] {
  return [
    field({
      blockId: blocks.note,
      label: t.checkIn.note,
      element: textInput({
        max: longest.note,
        value: given.note,
        multiline: true,
        placeholder: t.checkIn.notePlaceholder,
      }),
    }),
    field({
      blockId: blocks.learnerWords,
      label: t.checkIn.learnerWords,
      element: textInput({ max: longest.learnerWords, value: given.learnerWords, multiline: true }),
    }),
    field({
      blockId: blocks.shareAsWin,
      label: t.checkIn.shareAsWin,
      element: tickBoxes(
        [shareAsWin],
        { [shareAsWin]: t.checkIn.shareAsWinOption },
        given.shareAsWin ? [shareAsWin] : [],
      ),
    }),
  ];
}
