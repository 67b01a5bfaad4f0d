import type { ActionsBlock, KnownBlock, StaticSelect } from '@slack/types';
import { concerns } from '../../../domain/check-in';
import { caseOutcomes } from '../../../domain/consultation';
import { libraryKinds } from '../../../domain/search/entry';
import type { LibraryFilters } from '../../../domain/search/query';
import type { Messages } from '../../../i18n';
import { choice, field } from '../../block-kit';
import { ids } from '../../ids';
import { menu, textInput } from '../field-elements';
import { longest } from '../limits';
import { any, type SearchState, weekRanges } from './search-state';

const { blocks, actions } = ids;

/** The box in which one searches, and what narrows it. Each searches by itself. */
export function searchBlocks({ text, filters }: SearchState, t: Messages): KnownBlock[] {
  const { library } = t;
  return [
    searchBox({
      ...{ blockId: blocks.caseWords, actionId: actions.caseWords, label: library.words, value: text },
      ...{ placeholder: library.wordsPlaceholder, hint: library.wordsHint },
    }),
    filterMenus(filters, t),
    searchBox({
      ...{ blockId: blocks.caseUnit, actionId: actions.caseUnit, label: library.unit },
      ...{ value: filters.unit ?? '', placeholder: library.unitPlaceholder },
    }),
  ];
}

interface Box {
  blockId: string;
  actionId: string;
  label: string;
  value: string;
  placeholder: string;
  hint?: string;
}

/** With Enter, not with each letter: whoever converts kana isn't disturbed. */
function searchBox({ blockId, actionId, label, value, placeholder, hint }: Box): KnownBlock {
  const element = {
    ...textInput({ max: longest.caseWords, value, placeholder }),
    action_id: actionId,
    dispatch_action_config: { trigger_actions_on: ['on_enter_pressed' as const] },
  };
  return { ...field({ blockId, label, element, ...(hint && { hint }) }), dispatch_action: true };
}

function filterMenus({ kind, concern, outcome, weeks }: LibraryFilters, t: Messages): ActionsBlock {
  const { library } = t;
  const select = (actionId: string, options: [string, string][], chosen: string): StaticSelect => ({
    ...menu(
      options.map(([value, text]) => choice(value, text)),
      chosen,
    ),
    action_id: actionId,
  });
  const words = <T extends string>(values: readonly T[], texts: Readonly<Record<T, string>>) =>
    values.map((value): [string, string] => [value, texts[value]]);
  return {
    type: 'actions',
    block_id: blocks.caseFilters,
    elements: [
      select(actions.caseKind, [[any, library.anyKind], ...words(libraryKinds, library.kinds)], kind ?? any),
      select(
        actions.caseConcern,
        [[any, library.anyConcern], ...words(concerns, t.concerns)],
        concern ?? any,
      ),
      select(
        actions.caseOutcome,
        [[any, library.anyOutcome], ...words(caseOutcomes, t.closing.outcomes)],
        outcome ?? any,
      ),
      select(
        actions.caseWeeks,
        [
          [any, library.anyWeek],
          ...weekRanges.map((range): [string, string] => [String(range.from), library.weeks(range)]),
        ],
        weeks ? String(weeks.from) : any,
      ),
    ],
  };
}
