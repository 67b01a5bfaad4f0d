import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { PolicyPreview } from '../../../domain/policy-effect';
import type { NewPolicy } from '../../../domain/program-rules';
import type { Messages } from '../../../i18n';
import { choice, field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { datePicker, menu, textInput } from '../field-elements';
import { longest, policyLimits } from '../limits';
import { type PolicyMeta, programMeta } from './meta';

const { blocks } = ids;

/** What the modal says of the policy that stands in it. */
export type PolicyTelling =
  | { kind: 'nothing' }
  | { kind: 'counting' }
  | { kind: 'effect'; preview: PolicyPreview }
  /** It may be saved all the same. */
  | { kind: 'notCounted' }
  | { kind: 'refused'; why: string };

/**
 * Changes the policy in two steps: the first submission tells what it would change, in the same modal, and the second
 * saves. All that was typed stays where it is.
 */
export function policyView(
  policy: NewPolicy,
  telling: PolicyTelling,
  t: Messages,
  meta: Omit<PolicyMeta, 'previewed'>,
): ModalView {
  const { effectiveOn, contactsPerWeek, floorDays } = policy;
  const told = telling.kind === 'effect' || telling.kind === 'notCounted';
  const previewed = told ? { effectiveOn, contactsPerWeek, floorDays } : null;
  return {
    type: 'modal',
    callback_id: ids.views.programPolicy,
    private_metadata: programMeta.policy.encode({ ...meta, previewed }),
    title: plain(t.program.policyForm.title),
    submit: plain(told ? t.program.save : t.program.policyForm.preview),
    close: plain(t.program.cancel),
    blocks: [...numbers(policy, t), ...dayAndReason(policy, t), ...tellingBlocks(policy, telling, t)],
  };
}

function numbers(policy: NewPolicy, { program: { policyForm } }: Messages): InputBlock[] {
  const times = ['1', '2', '3', '4', '5', '6', '7'].map((n) => choice(n, n));
  const { min, max } = policyLimits.floorDays;
  return [
    field({
      blockId: blocks.policyContacts,
      label: policyForm.contacts,
      hint: policyForm.contactsHint,
      required: true,
      element: menu(times, String(policy.contactsPerWeek)),
    }),
    field({
      blockId: blocks.policyFloor,
      label: policyForm.floor,
      required: true,
      element: {
        type: 'number_input',
        is_decimal_allowed: false,
        min_value: String(min),
        max_value: String(max),
        initial_value: String(policy.floorDays),
      },
    }),
  ];
}

function dayAndReason(policy: NewPolicy, { program: { policyForm }, checkIn }: Messages): InputBlock[] {
  return [
    field({
      blockId: blocks.policyOn,
      label: policyForm.on,
      hint: policyForm.onHint,
      required: true,
      element: datePicker(checkIn.pickDate, policy.effectiveOn),
    }),
    field({
      blockId: blocks.policyReason,
      label: policyForm.reason,
      required: true,
      element: textInput({
        max: longest.reason,
        value: policy.reason,
        placeholder: policyForm.reasonPlaceholder,
      }),
    }),
  ];
}

function tellingBlocks(policy: NewPolicy, telling: PolicyTelling, { program }: Messages): KnownBlock[] {
  const { policyForm } = program;
  switch (telling.kind) {
    case 'nothing':
      return [];
    case 'counting':
      return [section(policyForm.counting)];
    case 'notCounted':
      return [section(policyForm.notCounted)];
    case 'refused':
      return [section(telling.why)];
    case 'effect':
      return [section(effectWords(policy, telling.preview, policyForm)), section(policyForm.confirm)];
  }
}

function effectWords(
  { effectiveOn: on }: NewPolicy,
  { earlier: earlierCount, later: laterCount, breached: breachedCount, counted: n, total }: PolicyPreview,
  words: Messages['program']['policyForm'],
): string {
  return [
    words.effect({ on, earlierCount, laterCount }),
    ...(breachedCount > 0 ? [words.breached({ breachedCount })] : []),
    ...(n < total ? [words.partly({ n, total })] : []),
  ].join('\n');
}
