import type { PlannedContact } from './check-in';
import { addDays, type LocalDate, later } from './dates';
import { type LearnerCadence, nextContactFor, type ProgramRules } from './program-rules';

export type PlanProblem =
  | { kind: 'notAfterToday' }
  | { kind: 'pastFloor'; floorOn: LocalDate }
  | { kind: 'afterCourse'; endsOn: LocalDate }
  | { kind: 'reasonMissing' };

/**
 * What speaks against a supporter's own date for the next contact; null: nothing. The client's floor can't be
 * passed, and waiting longer than the rhythm (watching over) needs a reason (DESIGN.md 2).
 * `learner` is given as she stands after the contact that is being logged; `plannedOn` is not read.
 */
export function planProblem(
  rules: ProgramRules,
  learner: LearnerCadence,
  plan: PlannedContact,
  today: LocalDate,
): PlanProblem | null {
  const earliest = addDays(later(today, learner.lastContactOn ?? ''), 1);
  if (plan.on < earliest) return { kind: 'notAfterToday' };
  if (plan.on > learner.endsOn) return { kind: 'afterCourse', endsOn: learner.endsOn };
  const usual = nextContactFor(rules, { ...learner, plannedOn: null }, today);
  if (usual.floorOn !== null && plan.on > later(usual.floorOn, usual.dueOn ?? '')) {
    return { kind: 'pastFloor', floorOn: later(usual.floorOn, usual.dueOn ?? '') };
  }
  if (plan.reason.trim() === '' && usual.dueOn !== null && plan.on > usual.dueOn) return { kind: 'reasonMissing' };
  return null;
}
