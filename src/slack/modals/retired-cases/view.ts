import type { KnownBlock, ModalView } from '@slack/types';
import type { RetiredCase } from '../../../domain/library';
import type { Messages } from '../../../i18n';
import { button, context, plain, section } from '../../block-kit';
import { ids, rowActions } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { factsOf } from '../cases/hit-blocks';
import { type CasesMeta, encodeCasesMeta } from '../cases/meta';
import { turning } from '../cases/turning';

export const retiredPerPage = 10;
const longestTitle = 120;

interface Page {
  cases: readonly RetiredCase[];
  total: number;
  offset: number;
}

/** What is found no more, to be read and brought back by those who lead its program. */
export function retiredCasesView({ cases, total, offset }: Page, t: Messages, meta: CasesMeta): ModalView {
  const { previousRetired, nextRetired } = ids.actions;
  return {
    type: 'modal',
    callback_id: ids.views.retiredCases,
    private_metadata: encodeCasesMeta(meta),
    title: plain(t.library.retiredTitle),
    close: plain(t.library.close),
    blocks: [
      context(total === 0 ? t.library.noneRetired : t.library.retiredHint),
      ...cases.flatMap((one) => retiredBlocks(one, t)),
      ...turning(
        { offset, total, perPage: retiredPerPage },
        { previous: previousRetired, next: nextRetired },
        t,
      ),
    ],
  };
}

function retiredBlocks(retired: RetiredCase, t: Messages): KnownBlock[] {
  const { id, title, retiredOn: on, mergedTitle, closedOn } = retired;
  const read = button({
    actionId: rowActions.readEntry.idFor(id),
    text: t.library.read,
    value: `case/${id}`,
  });
  const why =
    mergedTitle === null
      ? t.library.retiredOn({ on })
      : t.library.mergedOn({ on, title: line(mergedTitle, longestTitle) });
  return [
    { ...section(`${bold(line(title, longestTitle))}\n${why}`), accessory: read },
    context(factsOf({ ...retired, kind: 'case', happenedOn: closedOn }, t)),
  ];
}
