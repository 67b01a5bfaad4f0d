import type { ModalView } from '@slack/types';
import type { ReadCase } from '../../../domain/library';
import type { Messages } from '../../../i18n';
import { field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { type CaseMeta, encodeCaseMeta } from '../case/meta';

const longestTitle = 150;

/** Asks a lead into which case this one goes. */
export function mergeCaseView({ title }: ReadCase, t: Messages, meta: CaseMeta): ModalView {
  const { library } = t;
  return {
    type: 'modal',
    callback_id: ids.views.mergeCase,
    private_metadata: encodeCaseMeta(meta),
    title: plain(library.mergeTitle),
    submit: plain(library.mergeDo),
    close: plain(library.cancel),
    blocks: [
      section(bold(line(title, longestTitle))),
      field({
        blockId: ids.blocks.mergeInto,
        label: library.mergeInto,
        required: true,
        hint: library.mergeHint,
        element: {
          type: 'external_select',
          action_id: ids.actions.mergeInto,
          min_query_length: 0,
          placeholder: plain(library.mergePlaceholder),
        },
      }),
    ],
  };
}
