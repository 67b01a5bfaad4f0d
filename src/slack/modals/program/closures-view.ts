import type { KnownBlock, ModalView, SectionBlock } from '@slack/types';
import type { ClosureRange } from '../../../domain/closures';
import type { Messages } from '../../../i18n';
import { button, context, field, plain, section } from '../../block-kit';
import { ids, rowActions } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { datePicker, textInput } from '../field-elements';
import { longest } from '../limits';
import { type ClosuresMeta, programMeta } from './meta';

const { blocks } = ids;

/** Of Slack's 100 blocks; the others show as these pass or are removed. */
const mostRows = 60;

/** A program's own days off: each with a button that removes it, and fields to add some. */
export function closuresView(closures: readonly ClosureRange[], t: Messages, meta: ClosuresMeta): ModalView {
  const { closureForm } = t.program;
  const hidden = closures.length - mostRows;
  return {
    type: 'modal',
    callback_id: ids.views.programClosures,
    private_metadata: programMeta.closures.encode(meta),
    title: plain(closureForm.title),
    submit: plain(closureForm.submit),
    close: plain(t.program.close),
    blocks: [
      ...fields(t),
      { type: 'divider' },
      ...(closures.length === 0 ? [section(t.program.noClosures)] : []),
      ...closures.slice(0, mostRows).map((closure) => row(closure, t)),
      ...(hidden > 0 ? [context(t.program.more(hidden))] : []),
    ],
  };
}

function fields({ program: { closureForm }, checkIn }: Messages): KnownBlock[] {
  const pick = datePicker(checkIn.pickDate, undefined);
  return [
    section(bold(closureForm.add)),
    field({ blockId: blocks.closureFrom, label: closureForm.from, required: true, element: pick }),
    field({
      blockId: blocks.closureTo,
      label: closureForm.to,
      hint: closureForm.toHint,
      element: pick,
    }),
    field({
      blockId: blocks.closureLabel,
      label: closureForm.label,
      element: textInput({ max: longest.label, placeholder: closureForm.labelPlaceholder }),
    }),
  ];
}

function row({ from, to, label }: ClosureRange, { program, lists }: Messages): SectionBlock {
  const what = label === '' ? '' : lists.aside(line(label, longest.label));
  const value = `${from}/${to}`;
  const remove = button({
    actionId: rowActions.removeClosure.idFor(value),
    text: program.closureForm.remove,
    value,
  });
  return { ...section(`${program.range({ from, to })}${what}`), accessory: remove };
}
