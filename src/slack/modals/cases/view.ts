import type { ActionsBlock, ModalView } from '@slack/types';
import type { LibraryPage } from '../../../domain/library';
import type { Messages } from '../../../i18n';
import { button, context, plain } from '../../block-kit';
import { ids } from '../../ids';
import { hitBlocks } from './hit-blocks';
import { type CasesMeta, encodeCasesMeta } from './meta';
import { searchBlocks } from './search-blocks';
import type { SearchState } from './search-state';
import { turning } from './turning';

/** How many entries a page shows: two blocks each, so that a screen or two hold them. */
export const casesPerPage = 6;

/** The library (DESIGN.md 4, Cases): what is looked for, and what was found. */
export function casesView(
  search: SearchState,
  page: LibraryPage & { leads: boolean },
  t: Messages,
  meta: CasesMeta,
): ModalView {
  const { previousCases, nextCases } = ids.actions;
  return {
    type: 'modal',
    callback_id: ids.views.cases,
    private_metadata: encodeCasesMeta(meta),
    title: plain(t.library.title),
    submit: plain(t.library.search),
    close: plain(t.library.close),
    blocks: [
      ...searchBlocks(search, t),
      { type: 'divider' },
      context(standing(search, page, t)),
      ...page.hits.flatMap((hit) => hitBlocks(hit, search.text, t)),
      ...turning(
        { ...search, ...page, perPage: casesPerPage },
        { previous: previousCases, next: nextCases },
        t,
      ),
      ...(page.leads ? [toRetired(t)] : []),
    ],
  };
}

function toRetired({ library }: Messages): ActionsBlock {
  const { retiredCases: actionId } = ids.actions;
  return { type: 'actions', elements: [button({ actionId, text: library.retiredTitle, value: '0' })] };
}

function standing({ text, filters }: SearchState, { total }: LibraryPage, { library }: Messages): string {
  const asksNothing = text === '' && Object.values(filters).every((filter) => filter === undefined);
  if (total === 0) return asksNothing ? library.empty : library.nothing;
  return asksNothing ? library.newest : library.found({ n: total });
}
