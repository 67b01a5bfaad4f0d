import type { InputBlock } from '@slack/types';
import type { Audience } from '../../../domain/check-in';
import type { CheckInForm } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { choice, field } from '../../block-kit';
import { ids } from '../../ids';
import { datePicker, textInput, tickBoxes } from '../field-elements';
import { longest } from '../limits';

const { blocks } = ids;
export const nextChoices = { rhythm: 'rhythm', planned: 'planned' } as const;

/** When the learner is to be contacted next. */
export function nextContactBlocks(t: Messages): InputBlock[] {
  const rhythm = choice(nextChoices.rhythm, t.checkIn.nextRhythm);
  const planned = choice(nextChoices.planned, t.checkIn.nextPlanned);
  return [
    field({
      blockId: blocks.next,
      label: t.checkIn.next,
      element: { type: 'radio_buttons', options: [rhythm, planned], initial_option: rhythm },
    }),
    field({
      blockId: blocks.nextOn,
      label: t.checkIn.nextOn,
      element: datePicker(t.checkIn.pickDate, undefined),
    }),
    field({
      blockId: blocks.nextReason,
      label: t.checkIn.nextReason,
      hint: t.checkIn.nextReasonHint,
      element: textInput({ max: longest.reason }),
    }),
  ];
}

/** Who else of the care team should know. Somebody who was told stays told: a correction still shows them. */
export function audienceBlocks({ learner, given }: CheckInForm, t: Messages): InputBlock[] {
  const told = given.flaggedFor ?? [];
  const present: readonly Audience[] = [...(learner?.audiences ?? []), ...told];
  const offered = (['mentor', 'advisor'] as const).filter((audience) => present.includes(audience));
  return [
    field({
      blockId: blocks.audiences,
      label: t.checkIn.audiences,
      element: tickBoxes([...offered, 'school'], t.audiences, told),
    }),
  ];
}
