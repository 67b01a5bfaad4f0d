import type { ModalView } from '@slack/types';
import { rosterColumns } from '../../../domain/roster';
import type { Messages } from '../../../i18n';
import { context, field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { encodeImportMeta, type ImportMeta } from './meta';

const longestName = 60;

/** Takes a roster: one file. */
export function importView(programName: string, t: Messages, meta: ImportMeta): ModalView {
  const words = t.rosterImport;
  return {
    type: 'modal',
    callback_id: ids.views.importRoster,
    private_metadata: encodeImportMeta(meta),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.cancel),
    blocks: [
      section(words.intro({ program: bold(line(programName, longestName)) })),
      field({
        blockId: ids.blocks.rosterFile,
        label: words.file,
        required: true,
        element: { type: 'file_input', filetypes: ['csv', 'tsv', 'txt'], max_files: 1 },
        hint: words.fileHint,
      }),
      context(words.columns({ columns: `\`${rosterColumns.join(',')}\`` })),
    ],
  };
}
