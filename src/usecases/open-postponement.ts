import { findFormLearner } from '../db/check-in-forms';
import { findLearnerFor, learnerExists, pausesOf } from '../db/learners';
import { requireProgram } from '../db/programs';
import { nextWorkingDay } from '../domain/calendar';
import { addDays, earlier, type LocalDate, localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';
import { lastPlannableDay } from '../domain/plan';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Context } from './context';

export interface Postponement {
  /** The viewer's language. */
  locale: Locale;
  today: LocalDate;
  name: string;
  /** The course's first day when the program has the name twice, else null. */
  startedOn: LocalDate | null;
  dueOn: LocalDate;
  /** The last day that keeps floor and course. */
  lastOn: LocalDate;
  suggestedOn: LocalDate;
}

/**
 * What the postpone modal shows.
 * @throws {UserError} learnerGone or learnerElsewhere, and nothingToPostpone when no contact is due or no
 * later day is left before the floor.
 */
export async function openPostponement(
  { db, now }: Context,
  { viewerId, learnerId, ...scope }: WorkspaceScope & { viewerId: string; learnerId: string },
): Promise<Postponement> {
  const [learner, form] = await Promise.all([
    findLearnerFor(db, scope, viewerId, learnerId),
    findFormLearner(db, scope, viewerId, learnerId),
  ]);
  if (!learner || !form) {
    throw new UserError((await learnerExists(db, scope, learnerId)) ? 'learnerElsewhere' : 'learnerGone');
  }
  const { dueOn, name } = learner;
  const { rules } = await requireProgram(db, learner);
  const today = localDateAt(now, rules.zone);
  const lastOn = lastPlannableDay(
    rules,
    { ...learner, pauses: await pausesOf(db, learner, learnerId) },
    today,
  );
  if (dueOn === null || lastOn <= today) throw new UserError('nothingToPostpone');
  const next = nextWorkingDay(today, rules.calendar.isWorkingDay) ?? addDays(today, 1);
  return {
    locale: form.locale,
    today,
    name,
    startedOn: form.namesake ? learner.startedOn : null,
    dueOn,
    lastOn,
    suggestedOn: earlier(next, lastOn),
  };
}
