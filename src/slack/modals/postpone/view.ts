import type { ModalView } from '@slack/types';
import type { LocalDate } from '../../../domain/dates';
import type { Messages } from '../../../i18n';
import { field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { datePicker, textInput } from '../field-elements';
import { longest } from '../limits';
import { encodePostponeMeta, type PostponeMeta } from './meta';

/** What the postpone modal shows. */
export interface PostponeForm {
  name: string;
  /** Tells people of one name apart: the course's first day when the program has the name twice, else null. */
  startedOn: LocalDate | null;
  dueOn: LocalDate;
  /** The last day that can be chosen. */
  lastOn: LocalDate;
  /** Filled in beforehand. */
  suggestedOn: LocalDate;
}

/** Moves a planned contact. Slack's date picker knows no last day, so the modal says it. */
export function postponeView(form: PostponeForm, t: Messages, meta: PostponeMeta): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.postpone,
    private_metadata: encodePostponeMeta(meta),
    title: plain(t.postpone.title),
    submit: plain(t.postpone.submit),
    close: plain(t.postpone.cancel),
    blocks: [
      section(standing(form, t)),
      field({
        blockId: ids.blocks.postponeOn,
        label: t.postpone.on,
        required: true,
        element: datePicker(t.checkIn.pickDate, form.suggestedOn),
      }),
      field({
        blockId: ids.blocks.postponeReason,
        label: t.postpone.reason,
        required: true,
        element: textInput({ max: longest.reason, placeholder: t.postpone.reasonPlaceholder }),
      }),
    ],
  };
}

const longestName = 100;

function standing({ name, startedOn, dueOn, lastOn }: PostponeForm, t: Messages): string {
  const apart = startedOn === null ? '' : t.lists.aside(t.lists.startedOn(startedOn));
  const due = t.postpone.standing({ name: bold(line(name, longestName) + apart), dueOn });
  return `${due}\n${t.postpone.until(lastOn)}`;
}
