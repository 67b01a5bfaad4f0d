import type { ModalView, StaticSelect } from '@slack/types';
import { type BreachCause, type BreachCauseGiven, breachCauses } from '../../../domain/breach';
import type { LocalDate } from '../../../domain/dates';
import type { Messages } from '../../../i18n';
import { choice, field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { textInput } from '../field-elements';
import { longest } from '../limits';
import { type BreachMeta, encodeBreachMeta } from './meta';

/** What the modal shows. */
export interface BreachForm {
  learnerName: string;
  floorOn: LocalDate;
  /** Filled in beforehand; null: nothing is. */
  given: BreachCauseGiven | null;
}

const longestName = 100;

/** Asks a lead why the client's minimum was missed. */
export function breachView(
  { learnerName, floorOn, given }: BreachForm,
  t: Messages,
  meta: BreachMeta,
): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.breach,
    private_metadata: encodeBreachMeta(meta),
    title: plain(t.breach.title),
    submit: plain(t.breach.submit),
    close: plain(t.breach.cancel),
    blocks: [
      section(t.breach.standing({ name: bold(line(learnerName, longestName)), on: floorOn })),
      field({
        blockId: ids.blocks.breachCause,
        label: t.breach.cause,
        required: true,
        element: causeSelect(given?.cause ?? null, t),
      }),
      field({
        blockId: ids.blocks.breachNote,
        label: t.breach.note,
        element: textInput({
          max: longest.breachNote,
          value: given?.note,
          multiline: true,
          placeholder: t.breach.notePlaceholder,
        }),
      }),
    ],
  };
}

function causeSelect(chosen: BreachCause | null, t: Messages): StaticSelect {
  const toChoice = (cause: BreachCause) => choice(cause, t.breach.causes[cause]);
  return {
    type: 'static_select',
    options: breachCauses.map(toChoice),
    ...(chosen !== null && { initial_option: toChoice(chosen) }),
  };
}
