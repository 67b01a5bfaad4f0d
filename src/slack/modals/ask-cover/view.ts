import type { ModalView } from '@slack/types';
import type { LocalDate } from '../../../domain/dates';
import type { Messages } from '../../../i18n';
import { context, field, plain } from '../../block-kit';
import { ids } from '../../ids';
import { textInput } from '../field-elements';
import { personPicker } from '../field-users';
import { longest } from '../limits';
import { ownLearnersPicker } from '../own-learners';
import { type AskCoverMeta, encodeAskCoverMeta } from './meta';

const { blocks } = ids;

/** Asks one more colleague to cover an absence, for some learners or for everyone else. */
export function askCoverView(
  days: { from: LocalDate; to: LocalDate },
  t: Messages,
  meta: AskCoverMeta,
): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.askCover,
    private_metadata: encodeAskCoverMeta(meta),
    title: plain(t.away.ask.title),
    submit: plain(t.away.ask.submit),
    close: plain(t.away.cancel),
    blocks: [
      context(t.away.ask.period(days)),
      field({ blockId: blocks.person, label: t.away.ask.person, required: true, element: personPicker() }),
      field({
        blockId: blocks.learners,
        label: t.away.ask.learners,
        hint: t.away.ask.learnersHint,
        element: ownLearnersPicker(t.away.ask.learnersPlaceholder),
      }),
      field({
        blockId: blocks.requestNote,
        label: t.away.note,
        element: textInput({ max: longest.request, placeholder: t.away.notePlaceholder }),
      }),
    ],
  };
}
