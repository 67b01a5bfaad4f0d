import { isLocalDate, type LocalDate } from '../../domain/dates';
import { ids, learnersBlock } from '../ids';

/** What Slack sends of a modal's fields (`view.state.values`): block id → action id → what stands in it. */
export type StateValues = Record<string, Record<string, FieldState>>;

interface FieldState {
  value?: string | null;
  selected_date?: string | null;
  selected_option?: { value: string } | null;
  selected_options?: { value: string }[];
}

/** Typed text without the white space around it; '' where nothing stands. */
export function textIn(values: StateValues, blockId: string): string {
  return stateOf(values, blockId)?.value?.trim() ?? '';
}

export function dateIn(values: StateValues, blockId: string): LocalDate | null {
  const date = stateOf(values, blockId)?.selected_date;
  return date && isLocalDate(date) ? date : null;
}

export function chosenIn(values: StateValues, blockId: string, actionId?: string): string | null {
  return stateOf(values, blockId, actionId)?.selected_option?.value ?? null;
}

/** Those of `all` that are ticked, in the order of `all`: Slack sends them in the order of the clicks. */
export function tickedIn<T extends string>(values: StateValues, blockId: string, all: readonly T[]): T[] {
  const ticked = new Set(stateOf(values, blockId)?.selected_options?.map(({ value }) => value));
  return all.filter((one) => ticked.has(one));
}

/**
 * The block that was filled in beforehand for the learner, else the one for nobody. Neither is there when
 * somebody submits before the modal was drawn again for the learner just picked: then nothing is read.
 */
export function blockFor(values: StateValues, blockId: string, learnerId: string): string {
  const own = learnersBlock(blockId, learnerId);
  return values[own] ? own : blockId;
}

function stateOf(
  values: StateValues,
  blockId: string,
  actionId: string = ids.actions.field,
): FieldState | undefined {
  return values[blockId]?.[actionId];
}
