import type { NextContact } from '../../domain/cadence';
import { nextWorkingDay, workingDayOnOrBefore } from '../../domain/calendar';
import { addDays, earlier, type LocalDate, later } from '../../domain/dates';
import { nextContactFor, type ProgramRules } from '../../domain/program-rules';
import type { RosterLearner } from '../../domain/roster';
import type { Dice } from './dice';
import type { Words } from './words/words';

export interface Past {
  rules: ProgramRules;
  /** The first day of the made-up past. */
  from: LocalDate;
  /** Everything happened before this day. */
  today: LocalDate;
  /** What its people write, and in which language. */
  words: Words;
  /** How often good news is shared as a win, 0 to 1. */
  winShare: number;
}

/** When a learner is due after a last contact; the course counts from the past's first day at the earliest. */
export function dueAfter(
  learner: RosterLearner,
  { rules, from, today }: Past,
  lastContactOn: LocalDate | null,
): NextContact {
  const startedOn = later(learner.startedOn, from);
  return nextContactFor(rules, { ...learner, startedOn, lastContactOn, plannedOn: null, pauses: [] }, today);
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
  const startedOn = later(learner.startedOn, past.from);
  if (startedOn > learner.endsOn) return [];
  const days: LocalDate[] = [];
  for (;;) {
    const last = days.at(-1) ?? null;
    const { dueOn, floorOn } = dueAfter(learner, past, last);
    if (dueOn === null || dueOn > keptUntil) return days;
    const latest = earlier(earlier(floorOn ?? dueOn, learner.endsOn), addDays(past.today, -1));
    const others = neighbours(dueOn, past.rules).filter((on) => on > (last ?? startedOn) && on <= latest);
    days.push(others.length > 0 && dice.chance(0.25) ? dice.pick(others) : dueOn);
  }
}

function neighbours(on: LocalDate, { calendar: { isWorkingDay } }: ProgramRules): LocalDate[] {
  return [workingDayOnOrBefore(addDays(on, -1), isWorkingDay), nextWorkingDay(on, isWorkingDay)].flatMap(
    (day) => day ?? [],
  );
}
