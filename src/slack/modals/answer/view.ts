import type { ModalView } from '@slack/types';
import type { LocalDate } from '../../../domain/dates';
import type { Messages } from '../../../i18n';
import { field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { longestName } from '../../messages/message';
import { bold, line } from '../../mrkdwn';
import { textInput } from '../field-elements';
import { longest } from '../limits';
import { type AnswerMeta, encodeAnswerMeta } from './meta';

/** The check-in that is answered. */
export interface AnswerForm {
  name: string;
  authorName: string;
  contactedOn: LocalDate;
}

/** A mentor's or advisor's answer to a check-in that she was told of. */
export function answerView(form: AnswerForm, t: Messages, meta: AnswerMeta): ModalView {
  const { answer: words } = t.care;
  const { name, authorName, contactedOn: on } = form;
  const about = { name: bold(line(name, longestName)), author: line(authorName, longestName), on };
  return {
    type: 'modal',
    callback_id: ids.views.answer,
    private_metadata: encodeAnswerMeta(meta),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.cancel),
    blocks: [
      section(words.about(about)),
      field({
        blockId: ids.blocks.answerText,
        label: words.text,
        hint: words.hint,
        required: true,
        element: textInput({ max: longest.answer, multiline: true, placeholder: words.placeholder }),
      }),
    ],
  };
}
