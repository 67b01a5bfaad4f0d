import type { ModalView } from '@slack/types';
import type { Messages } from '../../../i18n';
import { field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { longestName } from '../../messages/message';
import { bold, line } from '../../mrkdwn';
import { datePicker, textInput } from '../field-elements';
import { encodeLearnerMeta, type LearnerMeta } from '../learner-meta';
import { longest } from '../limits';

/** Gives a learner a break, from today unless another day is chosen. */
export function pauseView(name: string, t: Messages, meta: LearnerMeta): ModalView {
  const { form } = t.breaks;
  return {
    type: 'modal',
    callback_id: ids.views.pause,
    private_metadata: encodeLearnerMeta(meta),
    title: plain(form.title),
    submit: plain(form.submit),
    close: plain(form.cancel),
    blocks: [
      section(form.about({ name: bold(line(name, longestName)) })),
      field({
        blockId: ids.blocks.pauseFrom,
        label: form.from,
        required: true,
        element: datePicker(t.checkIn.pickDate, meta.today),
      }),
      field({
        blockId: ids.blocks.pauseTo,
        label: form.to,
        hint: form.toHint,
        element: datePicker(t.checkIn.pickDate, undefined),
      }),
      field({
        blockId: ids.blocks.pauseReason,
        label: form.reason,
        required: true,
        element: textInput({ max: longest.reason, placeholder: form.reasonPlaceholder }),
      }),
    ],
  };
}
