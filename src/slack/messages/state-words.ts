import type { LocalDate } from '../../domain/dates';
import type { DueItem, ItemState } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { line } from '../mrkdwn';
import { longestName } from './message';

const longestReason = 100;

/** A learner's name in a list, told apart from others of that name. Escaped. */
export function nameOf({ name, startedOn }: Pick<DueItem, 'name' | 'startedOn'>, t: Messages): string {
  const apart = startedOn === null ? '' : t.lists.aside(t.lists.startedOn(startedOn));
  return line(name, longestName) + apart;
}

/** How a learner stands in a few words: '2営業日超過'. Several where several hold. */
export function stateWords(
  { state, floorOn, reason }: Pick<DueItem, 'state' | 'floorOn' | 'reason'>,
  on: LocalDate,
  t: Messages,
): string[] {
  // Where it is a day later than on the list, it may be missed already.
  const keepable = isOpen(state) && state.kind !== 'breached';
  const floorToday = keepable && floorOn === on ? [t.states.floorToday] : [];
  return [...wordsFor(state, t), ...floorToday, ...occasion(state, reason, t)];
}

/** The same for a long list: only what is out of the ordinary. */
export function shortStateWords(
  item: Pick<DueItem, 'state' | 'floorOn'>,
  on: LocalDate,
  t: Messages,
): string[] {
  const { state, floorOn } = item;
  if (state.kind === 'overdue') {
    return [t.states.overdueShort(state.workingDays), ...(floorOn === on ? [t.states.floorToday] : [])];
  }
  if (state.kind === 'breached') return [t.states.breached];
  return state.kind === 'due' && floorOn === on ? [t.states.floorToday] : [];
}

/** The reason of a plan; '' where none was given. Escaped. */
export function reasonOf(reason: string, max = longestReason): string {
  return reason.trim() === '' ? '' : line(reason, max);
}

/**
 * Whether somebody is quietly watched over, in a few words: until when and why, or why she was once the watch ends.
 * Empty: she isn't.
 */
export function watchWords(
  { watch, state }: Pick<DueItem, 'watch' | 'state'>,
  t: Messages,
  max?: number,
): string[] {
  if (!watch) return [];
  const reason = reasonOf(watch.reason, max);
  if (state.kind === 'postponed' || state.kind === 'upcoming') {
    return [t.watch.lasting({ on: watch.until, reason })];
  }
  return isOpen(state) ? [t.watch.ended({ reason })] : [];
}

/** Why a supporter chose the date herself. Escaped. */
export function planWords(reason: string | null, t: Messages): string {
  return reason?.trim() ? t.states.watched(line(reason, longestReason)) : t.states.planned;
}

/** In whose place somebody acts for a learner, where she isn't the companion. Escaped. */
export function coverWords({ coversFor }: Pick<DueItem, 'coversFor'>, t: Messages): string[] {
  return coversFor === null ? [] : [t.taking.coversFor({ name: line(coversFor, longestName) })];
}

const settled: ReadonlySet<ItemState['kind']> = new Set(['done', 'postponed', 'handed', 'closed']);

/** Whether something is still to be done. */
export function isOpen(state: ItemState): boolean {
  return !settled.has(state.kind);
}

function wordsFor(state: ItemState, t: Messages): string[] {
  switch (state.kind) {
    case 'due':
      return [t.states.due];
    case 'overdue':
      return [t.states.overdue(state.workingDays)];
    case 'breached':
      return [t.states.breached, ...(state.workingDays > 0 ? [t.states.overdue(state.workingDays)] : [])];
    case 'postponed':
      return [t.states.postponed(state.dueOn)];
    case 'handed':
      return [t.taking.handed({ to: line(state.to, longestName) })];
    case 'closed':
      return [t.states.closed];
    default:
      return [];
  }
}

function occasion(state: ItemState, reason: DueItem['reason'], t: Messages): string[] {
  if (!isOpen(state)) return [];
  if (reason === 'first' || reason === 'return' || reason === 'closing') return [t.states[reason]];
  return [];
}
