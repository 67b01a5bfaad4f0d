import { type Concern, concerns } from '../../../domain/check-in';
import { type CaseOutcome, caseOutcomes } from '../../../domain/consultation';
import { libraryKinds } from '../../../domain/search/entry';
import type { LibraryFilters } from '../../../domain/search/query';
import { ids } from '../../ids';
import type { StateValues } from '../state-values';

const { blocks, actions } = ids;

/** The weeks of a course by which cases are narrowed; null: to its end. */
export const weekRanges: readonly { from: number; to: number | null }[] = [
  { from: 1, to: 2 },
  { from: 3, to: 4 },
  { from: 5, to: 8 },
  { from: 9, to: 12 },
  { from: 13, to: null },
];

/** Longer than any course. */
const lastWeek = 60;

/** The value of a menu's choice that narrows nothing. */
export const any = 'any';

/** What is looked for. */
export interface SearchState {
  text: string;
  filters: LibraryFilters;
  /** Where the page begins. */
  offset: number;
}

/** What stands in the fields of the search. */
export function searchIn(values: StateValues, offset: number): SearchState {
  const typed = (block: string, action: string) => values[block]?.[action]?.value?.trim() ?? '';
  const chosen = (action: string) => values[blocks.caseFilters]?.[action]?.selected_option?.value ?? any;
  const weeks = weekRanges.find(({ from }) => String(from) === chosen(actions.caseWeeks));
  return {
    text: typed(blocks.caseWords, actions.caseWords),
    filters: {
      kind: libraryKinds.find((kind) => kind === chosen(actions.caseKind)),
      concern: concerns.find((concern): concern is Concern => concern === chosen(actions.caseConcern)),
      outcome: caseOutcomes.find((one): one is CaseOutcome => one === chosen(actions.caseOutcome)),
      weeks: weeks && { from: weeks.from, to: weeks.to ?? lastWeek },
      unit: typed(blocks.caseUnit, actions.caseUnit) || undefined,
    },
    offset,
  };
}
