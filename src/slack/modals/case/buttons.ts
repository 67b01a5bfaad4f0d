import type { ActionsBlock } from '@slack/types';
import type { ReadCase } from '../../../domain/library';
import type { Messages } from '../../../i18n';
import { button } from '../../block-kit';
import { rowActions } from '../../ids';

/** What anybody can do with a case; and in a row of its own, what a lead of its program can. */
export function caseButtons(read: ReadCase, t: Messages): ActionsBlock[] {
  const { library } = t;
  const row = (of: { idFor(id: string): string }, text: string, primary = false) =>
    button({ actionId: of.idFor(read.id), text, value: read.id, primary });
  const mark = read.marked
    ? row(rowActions.unmarkCase, library.takeBackHelped)
    : row(rowActions.markCase, library.thisHelped, true);
  const forLeads = read.retired
    ? [row(rowActions.restoreCase, library.restore)]
    : [
        row(rowActions.editCase, library.edit),
        row(rowActions.mergeCase, library.merge),
        row(rowActions.retireCase, library.retire),
      ];
  return [
    ...(read.retired
      ? []
      : [{ type: 'actions' as const, elements: [mark, row(rowActions.useCase, library.use)] }]),
    ...(read.curates ? [{ type: 'actions' as const, elements: forLeads }] : []),
  ];
}
