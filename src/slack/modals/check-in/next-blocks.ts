import type { InputBlock } from '@slack/types';
import type { CheckInForm } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { choice, field } from '../../block-kit';
import { ids, learnersBlock } from '../../ids';
import { datePicker, textInput } from '../field-elements';
import { longest } from '../limits';

const { blocks } = ids;
export const nextChoices = { rhythm: 'rhythm', planned: 'planned' } as const;

/**
 * When the learner is to be contacted next. A date that was planned before stays planned, unless the supporter
 * goes back to the rhythm.
 */
export function nextContactBlocks({ learner }: CheckInForm, t: Messages): InputBlock[] {
  const plan = learner?.plan ?? null;
  const planOf = plan === null ? null : (learner?.id ?? null);
  const rhythm = choice(nextChoices.rhythm, t.checkIn.nextRhythm);
  const planned = choice(nextChoices.planned, t.checkIn.nextPlanned);
  return [
    field({
      blockId: learnersBlock(blocks.next, planOf),
      label: t.checkIn.next,
      element: { type: 'radio_buttons', options: [rhythm, planned], initial_option: plan ? planned : rhythm },
    }),
    field({
      blockId: learnersBlock(blocks.nextOn, planOf),
      label: t.checkIn.nextOn,
      ...(learner && { hint: t.watch.plannable({ until: learner.plannableUntil }) }),
      element: datePicker(t.checkIn.pickDate, plan?.on),
    }),
    field({
      blockId: learnersBlock(blocks.nextReason, planOf),
      label: t.checkIn.nextReason,
      hint: t.checkIn.nextReasonHint,
      element: textInput({ max: longest.reason, value: plan?.reason }),
    }),
  ];
}
