import type { InputBlock } from '@slack/types';
import { outcomes } from '../../../domain/check-in';
import type { CheckInForm } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { choice, field, plain } from '../../block-kit';
import { ids } from '../../ids';

const { blocks } = ids;
export const motivations = ['1', '2', '3', '4', '5'] as const;

/** How the contact went, when it was, and how motivated the learner seemed. */
export function contactBlocks(form: CheckInForm, t: Messages): InputBlock[] {
  return [outcomeField(form, t), contactedOnField(form, t), motivationField(form, t)];
}

function outcomeField({ given }: CheckInForm, t: Messages): InputBlock {
  const options = outcomes.map((outcome) => choice(outcome, t.outcomes[outcome]));
  const initial = options.find(({ value }) => value === given.outcome);
  return field({
    blockId: blocks.outcome,
    label: t.checkIn.outcome,
    required: true,
    element: { type: 'radio_buttons', options, ...(initial && { initial_option: initial }) },
  });
}

function contactedOnField({ given, today }: CheckInForm, t: Messages): InputBlock {
  return field({
    blockId: blocks.contactedOn,
    label: t.checkIn.contactedOn,
    element: { type: 'datepicker', initial_date: given.contactedOn ?? today },
  });
}

function motivationField({ given }: CheckInForm, t: Messages): InputBlock {
  const options = motivations.map((level) => choice(level, t.motivation[level]));
  const initial = options.find(({ value }) => value === String(given.motivation));
  return field({
    blockId: blocks.motivation,
    label: t.checkIn.motivation,
    element: {
      type: 'static_select',
      placeholder: plain(t.checkIn.motivationPlaceholder),
      options,
      ...(initial && { initial_option: initial }),
    },
  });
}
