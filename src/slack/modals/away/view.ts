import type { ModalView } from '@slack/types';
import type { Messages } from '../../../i18n';
import { context, field, plain } from '../../block-kit';
import { ids } from '../../ids';
import { datePicker, textInput } from '../field-elements';
import { personPicker } from '../field-users';
import { longest } from '../limits';
import { type AwayMeta, encodeAwayMeta } from './meta';

const { blocks } = ids;

/** Plans time away: the days, and who is asked to stand in. */
export function awayView(t: Messages, meta: AwayMeta): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.away,
    private_metadata: encodeAwayMeta(meta),
    title: plain(t.away.title),
    submit: plain(t.away.submit),
    close: plain(t.away.cancel),
    blocks: [
      context(t.away.intro),
      field({
        blockId: blocks.awayFrom,
        label: t.away.from,
        required: true,
        element: datePicker(t.checkIn.pickDate, meta.today),
      }),
      field({
        blockId: blocks.awayTo,
        label: t.away.to,
        required: true,
        element: datePicker(t.checkIn.pickDate, undefined),
      }),
      field({
        blockId: blocks.person,
        label: t.away.cover,
        hint: t.away.coverHint,
        element: personPicker(),
      }),
      field({
        blockId: blocks.requestNote,
        label: t.away.note,
        element: textInput({ max: longest.request, placeholder: t.away.notePlaceholder }),
      }),
    ],
  };
}
