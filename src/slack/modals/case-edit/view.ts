import type { InputBlock, ModalView } from '@slack/types';
import { concerns } from '../../../domain/check-in';
import { caseOutcomes } from '../../../domain/consultation';
import type { ReadCase } from '../../../domain/library';
import type { Messages } from '../../../i18n';
import { choice, context, field, plain } from '../../block-kit';
import { ids } from '../../ids';
import { type CaseMeta, encodeCaseMeta } from '../case/meta';
import { menu, textInput, tickBoxes } from '../field-elements';
import { longest } from '../limits';

const { blocks } = ids;

/** A case's texts, for a lead to put in other words. */
export function editCaseView(read: ReadCase, t: Messages, meta: CaseMeta): ModalView {
  const { library } = t;
  const text = (blockId: string, label: string, value: string, required = false): InputBlock =>
    field({
      ...{ blockId, label, required },
      element: textInput({ max: longest.caseText, value, multiline: true }),
    });
  return {
    type: 'modal',
    callback_id: ids.views.editCase,
    private_metadata: encodeCaseMeta(meta),
    title: plain(library.editTitle),
    submit: plain(library.save),
    close: plain(library.cancel),
    blocks: [
      context(library.noNames),
      field({
        blockId: blocks.caseTitle,
        label: library.titleLabel,
        required: true,
        element: textInput({ max: longest.caseTitle, value: read.title }),
      }),
      text(blocks.caseSituation, library.situation, read.situation, true),
      text(blocks.caseTried, library.tried, read.tried),
      text(blocks.caseHelped, library.helped, read.helped),
      field({
        blockId: blocks.caseOutcome,
        label: library.outcome,
        required: true,
        element: menu(
          caseOutcomes.map((one) => choice(one, t.closing.outcomes[one])),
          read.outcome,
        ),
      }),
      field({
        blockId: blocks.caseConcerns,
        label: library.concerns,
        element: tickBoxes(concerns, t.concerns, read.concerns),
      }),
      field({
        blockId: blocks.caseTags,
        label: library.tags,
        hint: library.tagsHint,
        element: textInput({ max: longest.tags, value: read.tags.join(t.lists.separator) }),
      }),
    ],
  };
}
