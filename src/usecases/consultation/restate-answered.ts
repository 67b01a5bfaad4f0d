import { askersOf, firstAnswerAt } from '../../db/consultation-replies';
import { setAnswered } from '../../db/consultation-threads';
import type { Consultation } from '../../db/consultations';
import { type ProgramWithRules, requireProgram } from '../../db/programs';
import { nextWorkingDay, workingDayOnOrAfter } from '../../domain/calendar';
import { addDays, later, localDateAt } from '../../domain/dates';
import type { Unit } from '../context';
import { touchListsOf } from '../restate-learner';
import { touchHomesOf } from '../touch-homes';
import { answerDays, nudgeAt } from './answer-days';
import { touchPost } from './touch-post';

/**
 * Works out anew whether a consultation has been answered, and when somebody is asked by name otherwise, after replies or
 * askers came or went; then has drawn again whatever shows that. Call it with the consultation's row locked. Whoever can
 * write in the team's channel is one of those who were asked: it needn't be a supporter of the program.
 */
export async function restateAnswered(unit: Unit, consultation: Consultation): Promise<void> {
  const { db } = unit;
  const { programId } = consultation;
  const answeredAt = await firstAnswerAt(db, consultation, consultation.id);
  const isNews = answeredAt?.getTime() !== consultation.answeredAt?.getTime();
  if (isNews) {
    const nextNudgeAt = answeredAt === null ? await nudgeAgainAt(unit, consultation) : null;
    await setAnswered(db, consultation, { answeredAt, nextNudgeAt });
  }
  await touchPost(unit, consultation);
  if (isNews) await touchListsOf(unit, consultation, [], [{ programId, madeBy: null }]);
  await touchHomesOf(unit, consultation, await askersOf(db, consultation, consultation.id));
}

/**
 * Has an answer awaited to what was just asked in it by joining. Where an earlier question still waits for one, that goes on
 * as it was; somebody is asked by name again where all had been. Call it with the consultation's row locked.
 */
export async function awaitAnswer(
  unit: Unit,
  program: ProgramWithRules,
  consultation: Consultation,
  askerId: string,
): Promise<void> {
  const { answeredAt, nextNudgeAt } = consultation;
  const days = await answerDays(unit, program, askerId);
  const asked = { ...days, askedAgainAt: unit.now, askedAgainBy: askerId };
  await setAnswered(unit.db, consultation, {
    answeredAt: null,
    ...(answeredAt === null ? { nextNudgeAt: nextNudgeAt ?? days.nextNudgeAt } : asked),
  });
  await touchPost(unit, consultation);
  await touchListsOf(unit, consultation, [], [{ programId: program.id, madeBy: null }]);
  await touchHomesOf(unit, consultation, await askersOf(unit.db, consultation, consultation.id));
}

/** With the first digest still to come that lists it as unanswered. Null: nobody is asked any more. */
async function nudgeAgainAt({ db, now }: Unit, consultation: Consultation): Promise<Date | null> {
  if (consultation.status !== 'open') return null;
  const program = await requireProgram(db, consultation);
  const { isWorkingDay } = program.rules.calendar;
  const from = later(localDateAt(now, program.zone), consultation.answerBy);
  const first = nudgeAt(program, workingDayOnOrAfter(from, isWorkingDay) ?? from);
  return first > now ? first : nudgeAt(program, nextWorkingDay(from, isWorkingDay) ?? addDays(from, 1));
}
