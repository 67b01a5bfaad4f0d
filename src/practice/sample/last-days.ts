import { addDays, type LocalDate, later } from '../../domain/dates';
import type { RosterLearner } from '../../domain/roster';
import { dueAfter, type Past } from './contact-days';
import type { Dice } from './dice';
import type { Fate } from './fates';

/**
 * Reshapes the last days of contact, so that today has something to do on every day of the week and not too
 * much on Mondays: the rhythm alone would pile it up there. Supporters write at weekends too.
 */
export function settleLastDays(
  days: readonly LocalDate[],
  fate: Fate,
  learner: RosterLearner,
  past: Past,
  dice: Dice,
): LocalDate[] {
  if (fate === 'today') return dueToday(days, learner, past, dice) ?? [...days];
  const { dueOn } = dueAfter(learner, past, days.at(-1) ?? null);
  const ahead = fate === 'kept' && dueOn === past.today && dice.chance(0.65);
  return ahead ? [...days, ...daysAhead(days, learner, past, dice)] : [...days];
}

/** The same days with another last one, from which today follows; null when there is none. */
function dueToday(
  days: readonly LocalDate[],
  learner: RosterLearner,
  past: Past,
  dice: Dice,
): LocalDate[] | null {
  const possible = [1, 2, 3, 4, 5, 6, 7]
    .map((back) => addDays(past.today, -back))
    .filter((on) => on > learner.startedOn && dueAfter(learner, past, on).dueOn === past.today);
  if (possible.length === 0) return null;
  const last = dice.pick(possible);
  return [...days.filter((on) => on < last), last];
}

/** Some are written to before their day comes. */
function daysAhead(
  days: readonly LocalDate[],
  { startedOn, endsOn }: RosterLearner,
  { today }: Past,
  dice: Dice,
): LocalDate[] {
  const after = later(days.at(-1) ?? '', startedOn);
  const possible = [1, 2].map((back) => addDays(today, -back)).filter((on) => on > after && on <= endsOn);
  return possible.length === 0 ? [] : [dice.pick(possible)];
}
