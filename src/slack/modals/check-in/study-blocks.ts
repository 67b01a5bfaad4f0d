import type { InputBlock } from '@slack/types';
import { concerns } from '../../../domain/check-in';
import type { CheckInForm } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { field } from '../../block-kit';
import { ids, learnersBlock } from '../../ids';
import { textInput, tickBoxes } from '../field-elements';
import { longest, studyHours } from '../limits';

const { blocks } = ids;

/** Where the learner is in the course, how much was studied, and what weighs on them. */
export function studyBlocks({ learner, given }: CheckInForm, t: Messages): InputBlock[] {
  return [
    field({
      blockId: learnersBlock(blocks.unit, learner?.id ?? null),
      label: t.checkIn.unit,
      element: textInput({ max: longest.unit, value: given.unit ?? learner?.unit }),
    }),
    hoursField(given.studyHours ?? null, t),
    field({
      blockId: blocks.concerns,
      label: t.checkIn.concerns,
      element: tickBoxes(concerns, t.concerns, given.concerns ?? []),
    }),
  ];
}

function hoursField(hours: number | null, t: Messages): InputBlock {
  return field({
    blockId: blocks.studyHours,
    label: t.checkIn.studyHours,
    element: {
      type: 'number_input',
      is_decimal_allowed: true,
      min_value: String(studyHours.min),
      max_value: String(studyHours.max),
      ...(hours !== null && { initial_value: String(hours) }),
    },
  });
}
