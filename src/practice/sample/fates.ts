import { type IsWorkingDay, workingDayOnOrBefore } from '../../domain/calendar';
import { addDays, type LocalDate } from '../../domain/dates';
import type { RosterLearner } from '../../domain/roster';
import type { Dice } from './dice';

/** How it stands with somebody today. */
export type Fate =
  /** Contacted whenever she was due. */
  | 'kept'
  /** The same, and due today. */
  | 'today'
  /** Contacted until the course was over. */
  | 'over'
  /** The last contact that was due is some days late. */
  | 'late'
  /** Nobody has written to her for longer than the client allows. */
  | 'lost'
  /** Contacted on time, but she no longer answers. */
  | 'silent'
  /** Doing well: her companion waits longer than the rhythm, for a reason. */
  | 'watched';

/** Out of a hundred. */
const shares: readonly [Fate, number][] = [
  ['today', 16],
  ['late', 22],
  ['lost', 3],
  ['silent', 9],
  ['watched', 12],
];

/** Whoever has no companion is due, so that the day shows whom nobody covers. */
export function fateOf({ companionId }: RosterLearner, dice: Dice): Fate {
  if (companionId === null) return 'today';
  let roll = dice.between(1, 100);
  for (const [fate, share] of shares) {
    if (roll <= share) return fate;
    roll -= share;
  }
  return 'kept';
}

/** The last day whose due contacts were made. Whoever is late was due on one of the last few working days. */
export function keptUntil(fate: Fate, today: LocalDate, isWorkingDay: IsWorkingDay, dice: Dice): LocalDate {
  const missed = { late: dice.between(1, 2), lost: dice.between(6, 8) };
  let on = today;
  for (let left = fate === 'late' || fate === 'lost' ? missed[fate] : 0; left > 0; left -= 1) {
    on = workingDayBefore(on, isWorkingDay);
  }
  return addDays(on, -1);
}

function workingDayBefore(on: LocalDate, isWorkingDay: IsWorkingDay): LocalDate {
  return workingDayOnOrBefore(addDays(on, -1), isWorkingDay) ?? addDays(on, -1);
}
