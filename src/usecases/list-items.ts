import type { ItemOnPage, ListedLearner } from '../db/due-lists';
import { contactStatus } from '../domain/cadence';
import type { LocalDate } from '../domain/dates';
import type { DueItem, ItemState } from '../domain/due-list';
import type { ProgramRules } from '../domain/program-rules';

interface Days {
  /** The program's local date when the list was made. */
  listedOn: LocalDate;
  /** The program's local date now. */
  today: LocalDate;
}

/** What a list shows of somebody on it: how she stands now, and what happened since the list was made. */
export function itemOnList(learner: ItemOnPage, rules: ProgramRules, days: Days): DueItem {
  return { ...dueItem(learner, rules, days.today), state: stateOnList(learner, rules, days) };
}

/** What a list shows of a learner as she stands now. */
export function dueItem(learner: ListedLearner, rules: ProgramRules, today: LocalDate): DueItem {
  const { learnerId, name, startedOn, namesake, dueOn, floorOn, dueReason: reason } = learner;
  const { companionId, companionName, actorId, actorName } = learner;
  return {
    learnerId,
    name,
    startedOn: namesake ? startedOn : null,
    state: stateNow(learner, rules, today),
    dueOn,
    floorOn,
    reason,
    watch: learner.watching && dueOn !== null ? { until: dueOn, reason: learner.planReason ?? '' } : null,
    actor: actorId && actorName ? { userId: actorId, name: actorName } : null,
    coversFor: actorId && actorId !== companionId ? companionName : null,
  };
}

/** A due day that has moved later since was moved by a plan or by a contact, be it one logged for an earlier day. */
function stateOnList(learner: ItemOnPage, rules: ProgramRules, { listedOn, today }: Days): ItemState {
  const { lastContactOn, dueOn, dueReason, listedDueOn, status } = learner;
  if (lastContactOn !== null && lastContactOn >= listedOn) return { kind: 'done' };
  const moved = status === 'active' && dueOn !== null && dueOn > listedDueOn && dueOn > today;
  if (moved) return dueReason === 'planned' ? { kind: 'postponed', dueOn } : { kind: 'done' };
  return stateNow(learner, rules, today);
}

function stateNow(learner: ListedLearner, rules: ProgramRules, today: LocalDate): ItemState {
  if (learner.status !== 'active') return { kind: 'closed' };
  const state = contactStatus({ today, next: learner, isWorkingDay: rules.calendar.isWorkingDay });
  return state.kind === 'none' ? { kind: 'closed' } : state;
}

const settled: ReadonlySet<ItemState['kind']> = new Set(['done', 'postponed', 'handed', 'closed']);

/** Whether something is still to be done for a learner on a list. */
export function isOpen({ state }: Pick<DueItem, 'state'>): boolean {
  return !settled.has(state.kind);
}
