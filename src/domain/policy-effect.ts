import type { LocalDate } from './dates';
import type { Policy, ProgramRules } from './program-rules';
import { type DueDays, dueDaysFor, type StatedLearner } from './restatement';

/** What another policy changes, in numbers of learners. */
export interface PolicyEffect {
  earlier: number;
  later: number;
  /** Past the client's minimum on the policy's first day, who would not be without it. */
  breached: number;
}

export interface PolicyPreview extends PolicyEffect {
  /** How many learners were looked at … */
  counted: number;
  /** … of how many. */
  total: number;
}

export const noEffect: PolicyEffect = { earlier: 0, later: 0, breached: 0 };

/** The rules with a policy more; one for the same day makes place for it. */
function withPolicy(rules: ProgramRules, policy: Policy): ProgramRules {
  const others = rules.policies.filter(({ effectiveOn }) => effectiveOn !== policy.effectiveOn);
  const policies = [...others, policy].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  return { ...rules, policies };
}

/** What a policy does on its first day to these learners, as they stand now. */
export function policyEffect(
  rules: ProgramRules,
  policy: Policy,
  learners: readonly StatedLearner[],
): PolicyEffect {
  const on = policy.effectiveOn;
  const changed = withPolicy(rules, policy);
  const pairs = learners.map((learner) => ({
    before: dueDaysFor(rules, learner, on),
    after: dueDaysFor(changed, learner, on),
  }));
  const count = (holds: (before: DueDays, after: DueDays) => boolean) =>
    pairs.filter(({ before, after }) => holds(before, after)).length;
  return {
    earlier: count((before, after) => dueDay(after) < dueDay(before)),
    later: count((before, after) => dueDay(after) > dueDay(before)),
    breached: count((before, after) => isBreached(after, on) && !isBreached(before, on)),
  };
}

export function sumOfEffects(a: PolicyEffect, b: PolicyEffect): PolicyEffect {
  return { earlier: a.earlier + b.earlier, later: a.later + b.later, breached: a.breached + b.breached };
}

/** Where nothing more is due, later than every day. */
function dueDay({ dueOn }: DueDays): LocalDate {
  return dueOn ?? '9999-12-31';
}

function isBreached({ dueOn, floorOn }: DueDays, on: LocalDate): boolean {
  return dueOn !== null && floorOn !== null && floorOn < on;
}
