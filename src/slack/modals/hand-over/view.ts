import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { HandoverLearner } from '../../../domain/cover';
import type { Messages } from '../../../i18n';
import { field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { longestName } from '../../messages/message';
import { bold, line } from '../../mrkdwn';
import { textInput } from '../field-elements';
import { personPicker } from '../field-users';
import { longest } from '../limits';
import { ownLearnersPicker } from '../own-learners';
import { encodeHandOverMeta, type HandOverMeta } from './meta';

const { blocks } = ids;

/** Asks a colleague to become the companion of one learner, or of several of one's own. */
export function handOverView(learner: HandoverLearner | null, t: Messages, meta: HandOverMeta): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.handOver,
    private_metadata: encodeHandOverMeta(meta),
    title: plain(t.handover.title),
    submit: plain(t.handover.submit),
    close: plain(t.handover.cancel),
    blocks: [
      whom(learner, t),
      field({
        blockId: blocks.person,
        label: t.handover.person,
        hint: t.handover.personHint,
        required: true,
        element: personPicker(),
      }),
      ...(learner ? hintFields(learner, t) : []),
      field({
        blockId: blocks.requestNote,
        label: t.handover.note,
        element: textInput({ max: longest.request }),
      }),
    ],
  };
}

function whom(learner: HandoverLearner | null, t: Messages): KnownBlock {
  if (learner) return section(t.handover.about({ name: bold(line(learner.name, longestName)) }));
  return field({
    blockId: blocks.learners,
    label: t.handover.learners,
    required: true,
    element: ownLearnersPicker(t.handover.learnersPlaceholder),
  });
}

function hintFields({ tone, avoid }: HandoverLearner, t: Messages): InputBlock[] {
  const { tonePlaceholder, avoidPlaceholder } = t.handover;
  return [
    field({
      blockId: blocks.tone,
      label: t.handover.tone,
      element: textInput({ max: longest.story, value: tone, multiline: true, placeholder: tonePlaceholder }),
    }),
    field({
      blockId: blocks.avoid,
      label: t.handover.avoid,
      element: textInput({
        max: longest.story,
        value: avoid,
        multiline: true,
        placeholder: avoidPlaceholder,
      }),
    }),
  ];
}
