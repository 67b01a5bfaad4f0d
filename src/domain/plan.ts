import type { PlannedContact } from './check-in';
import { addDays, earlier, type LocalDate, later } from './dates';
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
  if (plan.on < firstPlannableDay(learner, today)) return { kind: 'notAfterToday' };
  if (plan.on > learner.endsOn) return { kind: 'afterCourse', endsOn: learner.endsOn };
  const floorOn = lastPlannableDay(rules, learner, today);
  if (plan.on > floorOn) return { kind: 'pastFloor', floorOn };
  const usualOn = usualDay(rules, learner, today);
  const waitsLonger = usualOn !== null && plan.on > usualOn;
  return waitsLonger && plan.reason.trim() === '' ? { kind: 'reasonMissing' } : null;
}

/** The first day for a supporter's own date. */
export function firstPlannableDay({ lastContactOn }: LearnerCadence, today: LocalDate): LocalDate {
  return addDays(later(today, lastContactOn ?? ''), 1);
}

/**
 * The last day for a supporter's own date: the floor, or the day that the floor's rule names where no working
 * day lies before it, and never after the course.
 */
export function lastPlannableDay(rules: ProgramRules, learner: LearnerCadence, today: LocalDate): LocalDate {
  const { dueOn, floorOn } = withoutPlan(rules, learner, today);
  return earlier(later(floorOn ?? learner.endsOn, dueOn ?? ''), learner.endsOn);
}

/** Whether the learner is quietly watched over: her next contact is planned later than the rhythm would have it. */
export function isWatched(rules: ProgramRules, learner: LearnerCadence, today: LocalDate): boolean {
  const planned = nextContactFor(rules, learner, today);
  const usual = withoutPlan(rules, learner, today);
  if (planned.reason !== 'planned' || planned.dueOn === null) return false;
  return usual.dueOn !== null && planned.dueOn > usual.dueOn;
}

/** When the next contact would be due without a plan: a later one waits longer than usual. Null: never. */
export function usualDay(rules: ProgramRules, learner: LearnerCadence, today: LocalDate): LocalDate | null {
  return withoutPlan(rules, learner, today).dueOn;
}

function withoutPlan(rules: ProgramRules, learner: LearnerCadence, today: LocalDate) {
  return nextContactFor(rules, { ...learner, plannedOn: null }, today);
}
