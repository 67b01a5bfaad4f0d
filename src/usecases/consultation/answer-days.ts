import { memberKey, type ProgramWithRules } from '../../db/programs';
import { worksOn } from '../../domain/availability';
import { nextWorkingDay, workingDayOnOrAfter } from '../../domain/calendar';
import { addDays, instantAt, type LocalDate, localDateAt } from '../../domain/dates';
import type { Unit } from '../context';
import { digestHourOf, loadWorkers } from '../working-times';

/** By when a question should have an answer, and when somebody is asked by name if it has none. */
export interface AnswerDays {
  answerBy: LocalDate;
  nextNudgeAt: Date;
}

/**
 * An answer is awaited until the author's next working day after today; from then on the digest says that there is none,
 * and with that day's digest, or the first one after it, somebody is asked by name.
 */
export async function answerDays(
  { db, now }: Unit,
  program: ProgramWithRules,
  authorId: string,
): Promise<AnswerDays> {
  const { workspaceId, rules } = program;
  const key = { workspaceId, userId: authorId };
  const author = (await loadWorkers(db, [key], now)).get(memberKey(key));
  const today = localDateAt(now, program.zone);
  const tomorrow = addDays(today, 1);
  const { isWorkingDay } = rules.calendar;
  const answerBy = (author && nextWorkingDay(today, worksOn(author.time))) ?? tomorrow;
  return { answerBy, nextNudgeAt: nudgeAt(program, workingDayOnOrAfter(answerBy, isWorkingDay) ?? answerBy) };
}

/** The hour of a day's digest. */
export function nudgeAt(program: ProgramWithRules, on: LocalDate): Date {
  const { zone, digestAt } = digestHourOf(program);
  return instantAt(on, digestAt, zone);
}
