import type { NextContact } from './cadence';
import type { LocalDate } from './dates';
import { isWatched } from './plan';
import { type LearnerCadence, nextContactFor, type ProgramRules } from './program-rules';

/** What is stored of a learner because it follows from the program's rules. */
export interface DueDays {
  dueOn: LocalDate | null;
  floorOn: LocalDate | null;
  dueReason: NextContact['reason'];
  watching: boolean;
}

/** A learner with what was last worked out for her. */
export interface StatedLearner extends LearnerCadence, DueDays {
  id: string;
  /** The local date on which `dueOn` took its value. */
  dueSetOn: LocalDate;
}

export interface RestatedLearner extends DueDays {
  id: string;
  dueSetOn: LocalDate;
}

/** When a learner is due by the rules of `today`. */
export function dueDaysFor(rules: ProgramRules, learner: LearnerCadence, today: LocalDate): DueDays {
  const { dueOn, floorOn, reason: dueReason } = nextContactFor(rules, learner, today);
  const watching = dueReason === 'planned' && isWatched(rules, learner, today);
  return { dueOn, floorOn, dueReason, watching };
}

/** Those of the learners for whom the rules now say something else than what is stored, as it is to be stored. */
export function restated(
  rules: ProgramRules,
  learners: readonly StatedLearner[],
  today: LocalDate,
): RestatedLearner[] {
  return learners.flatMap(({ id, dueSetOn, ...learner }) => {
    const days = dueDaysFor(rules, learner, today);
    if (sameDays(days, learner)) return [];
    return { ...days, id, dueSetOn: days.dueOn === learner.dueOn ? dueSetOn : today };
  });
}

function sameDays(a: DueDays, b: DueDays): boolean {
  return (
    a.dueOn === b.dueOn && a.floorOn === b.floorOn && a.dueReason === b.dueReason && a.watching === b.watching
  );
}
