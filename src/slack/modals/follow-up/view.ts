import type { ModalView, RadioButtons } from '@slack/types';
import { z } from 'zod';
import { type FollowUpAnswer, followUpAnswers } from '../../../domain/consultation';
import type { Messages } from '../../../i18n';
import { choice, field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { decodeMeta } from '../decode-meta';
import { textInput } from '../field-elements';
import { longest } from '../limits';
import { placeMeta } from '../place-meta';

const { blocks } = ids;
const followUpMeta = placeMeta.extend({ consultationId: z.uuid() });
export type FollowUpMeta = z.infer<typeof followUpMeta>;

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeFollowUpMeta(text: string): FollowUpMeta | null {
  return decodeMeta(followUpMeta, text);
}

/** Takes a line to the answer that was pressed, which can still be changed. */
export function followUpView(
  { title, answer }: { title: string; answer: FollowUpAnswer },
  t: Messages,
  meta: FollowUpMeta,
): ModalView {
  const words = t.closing.followUp;
  return {
    type: 'modal',
    callback_id: ids.views.followUp,
    private_metadata: JSON.stringify(followUpMeta.parse(meta)),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.cancel),
    blocks: [
      section(bold(line(title, longest.caseTitle))),
      field({
        blockId: blocks.followUpAnswer,
        label: words.answer,
        required: true,
        element: answersOf(answer, t),
      }),
      field({
        blockId: blocks.followUpLine,
        label: words.line,
        hint: words.lineHint,
        element: textInput({ max: longest.followUpLine }),
      }),
    ],
  };
}

function answersOf(chosen: FollowUpAnswer, t: Messages): RadioButtons {
  const toChoice = (answer: FollowUpAnswer) => choice(answer, t.closing.followUps[answer]);
  return { type: 'radio_buttons', options: followUpAnswers.map(toChoice), initial_option: toChoice(chosen) };
}
