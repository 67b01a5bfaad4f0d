import type { ModalView } from '@slack/types';
import type { PromiseToMove } from '../../../domain/promises';
import { messagesFor } from '../../../i18n';
import { field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { bold, line, quote } from '../../mrkdwn';
import { datePicker } from '../field-elements';
import { longest } from '../limits';
import { encodePromiseMeta, type PromiseMeta } from './meta';

const longestName = 100;

/** Moves a promise to any day from today on. */
export function promiseModal(
  { locale, today, learnerName, text, dueOn }: PromiseToMove,
  origin: Pick<PromiseMeta, 'channelId' | 'promiseId'>,
): ModalView {
  const t = messagesFor(locale);
  const { move } = t.promises;
  const standing = move.standing({ name: bold(line(learnerName, longestName)), on: dueOn });
  return {
    type: 'modal',
    callback_id: ids.views.movePromise,
    private_metadata: encodePromiseMeta({ ...origin, locale, today }),
    title: plain(move.title),
    submit: plain(move.submit),
    close: plain(move.cancel),
    blocks: [
      section(`${standing}\n${quote(line(text, longest.promise))}`),
      field({
        blockId: ids.blocks.promiseMovedOn,
        label: move.on,
        required: true,
        element: datePicker(t.checkIn.pickDate, dueOn < today ? today : dueOn),
      }),
    ],
  };
}
