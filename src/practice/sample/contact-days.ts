import { nextWorkingDay, workingDayOnOrBefore } from '../../domain/calendar';
import { addDays, earlier, type LocalDate, later } from '../../domain/dates';
import { nextContactFor, type ProgramRules } from '../../domain/program-rules';
import type { RosterLearner } from '../../domain/roster';
import type { Dice } from './dice';

export interface Past {
  rules: ProgramRules;
  /** The first day of the made-up past. */
  from: LocalDate;
  /** Everything happened before this day. */
  today: LocalDate;
}

/**
 * The days on which a learner was contacted: mostly when she was due, now and then a working day sooner or
 * later. Whatever fell due after `keptUntil` was missed.
 */
export function contactDays(
  learner: RosterLearner,
  past: Past,
  keptUntil: LocalDate,
  dice: Dice,
): LocalDate[] {
  const { rules, from, today } = past;
  const startedOn = later(learner.startedOn, from);
  if (startedOn > learner.endsOn) return [];
  const days: LocalDate[] = [];
  for (;;) {
    const last = days.at(-1) ?? null;
    const cadence = { ...learner, startedOn, lastContactOn: last, plannedOn: null, pauses: [] };
    const { dueOn, floorOn } = nextContactFor(rules, cadence, today);
    if (dueOn === null || dueOn > keptUntil) return days;
    const latest = earlier(earlier(floorOn ?? dueOn, learner.endsOn), addDays(today, -1));
    const others = neighbours(dueOn, rules).filter((on) => on > (last ?? startedOn) && on <= latest);
    days.push(others.length > 0 && dice.chance(0.25) ? dice.pick(others) : dueOn);
  }
}

function neighbours(on: LocalDate, { calendar: { isWorkingDay } }: ProgramRules): LocalDate[] {
  return [workingDayOnOrBefore(addDays(on, -1), isWorkingDay), nextWorkingDay(on, isWorkingDay)].flatMap(
    (day) => day ?? [],
  );
}
