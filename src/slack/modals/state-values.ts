import { isLocalDate, type LocalDate } from '../../domain/dates';
import { ids, learnersBlock } from '../ids';

/** What Slack sends of a modal's fields (`view.state.values`): block id → action id → what stands in it. */
export type StateValues = Record<string, Record<string, FieldState>>;

interface FieldState {
  value?: string | null;
  selected_date?: string | null;
  selected_time?: string | null;
  selected_user?: string | null;
  selected_option?: { value: string } | null;
  selected_options?: { value: string }[];
  selected_users?: string[];
  files?: { id: string; size?: number | undefined }[];
}

/** Typed text without the white space around it; '' where nothing stands. */
export function textIn(values: StateValues, blockId: string): string {
  return stateOf(values, blockId)?.value?.trim() ?? '';
}

export function dateIn(values: StateValues, blockId: string): LocalDate | null {
  const date = stateOf(values, blockId)?.selected_date;
  return date && isLocalDate(date) ? date : null;
}

/** 'HH:MM', as a time picker has it. */
export function timeIn(values: StateValues, blockId: string): string | null {
  const time = stateOf(values, blockId)?.selected_time;
  return time && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null;
}

/** A Slack user's id. */
export function userIn(values: StateValues, blockId: string): string | null {
  return stateOf(values, blockId)?.selected_user ?? null;
}

/** Everything that is chosen in a field for several, in the order of the clicks. */
export function allChosenIn(values: StateValues, blockId: string, actionId?: string): string[] {
  return (stateOf(values, blockId, actionId)?.selected_options ?? []).map(({ value }) => value);
}

/** The Slack ids of the people who are chosen. */
export function peopleIn(values: StateValues, blockId: string): string[] {
  return [...new Set(stateOf(values, blockId)?.selected_users)];
}

export function filesIn(values: StateValues, blockId: string): { id: string; size: number }[] {
  return stateOf(values, blockId)?.files?.map(({ id, size = 0 }) => ({ id, size })) ?? [];
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
