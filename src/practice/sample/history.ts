import type { CheckInContent, PlannedContact } from '../../domain/check-in';
import { addDays, instantAt, type LocalDate } from '../../domain/dates';
import { lastPlannableDay, planProblem } from '../../domain/plan';
import { nextContactFor } from '../../domain/program-rules';
import type { RosterLearner } from '../../domain/roster';
import { contactDays, type Past } from './contact-days';
import { createDice, type Dice } from './dice';
import { fateOf, keptUntil } from './fates';
import { settleLastDays } from './last-days';
import { tellStory } from './story';
import { lifeOf } from './words/words';

/** One contact of the made-up past. */
export interface PastContact {
  content: CheckInContent;
  loggedAt: Date;
}

export interface History {
  contacts: PastContact[];
  /** The companion's own date for the next contact. */
  plan: PlannedContact | null;
}

/** For how long somebody who falls silent has been so, in days. */
const silence = 12;

/** Makes up a learner's past: the same one for the same learner and day. */
export function makeHistory(learner: RosterLearner, past: Past): History {
  const { rules, today } = past;
  const dice = createDice(`${learner.name} ${learner.reading} ${learner.companionId} ${learner.goal}`);
  const fate = learner.endsOn < today ? 'over' : fateOf(learner, dice);
  const { isWorkingDay } = rules.calendar;
  const usual = contactDays(learner, past, keptUntil(fate, today, isWorkingDay, dice), dice);
  const days = settleLastDays(usual, fate, learner, past, dice);
  const silentFrom = fate === 'silent' ? addDays(today, -silence) : null;
  const contacts = tellStory({ learner, days, past, silentFrom, dice }).map((content) => ({
    content,
    loggedAt: instantAt(content.contactedOn, timeOfDay(dice), rules.zone),
  }));
  return { contacts, plan: fate === 'watched' ? makePlan(learner, past, days.at(-1) ?? null, dice) : null };
}

/** Supporters write whenever their own day leaves them time. */
function timeOfDay(dice: Dice): string {
  const twoDigits = (least: number, most: number) => String(dice.between(least, most)).padStart(2, '0');
  return `${twoDigits(9, 21)}:${twoDigits(0, 59)}`;
}

/** A working day from today on, later than the rhythm's and within the floor; null when there is none. */
function makePlan(
  learner: RosterLearner,
  { rules, today, words }: Past,
  lastContactOn: LocalDate | null,
  dice: Dice,
): PlannedContact | null {
  if (lastContactOn === null) return null;
  const cadence = { ...learner, lastContactOn, plannedOn: null, pauses: [] };
  const { dueOn } = nextContactFor(rules, cadence, lastContactOn);
  const lastOn = lastPlannableDay(rules, cadence, lastContactOn);
  const reason = lifeOf(words, learner.background).quiet;
  const days: LocalDate[] = [];
  for (let on = today; on <= lastOn; on = addDays(on, 1)) {
    const waits = dueOn !== null && on > dueOn && rules.calendar.isWorkingDay(on);
    if (waits && planProblem(rules, cadence, { on, reason }, lastContactOn) === null) days.push(on);
  }
  return days.length === 0 ? null : { on: dice.pick(days), reason };
}
