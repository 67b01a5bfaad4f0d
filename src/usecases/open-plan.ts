import { type FormRow, findFormLearner } from '../db/check-in-forms';
import { learnerExists } from '../db/learners';
import { rulesOf } from '../db/programs';
import { workingDayOnOrAfter } from '../domain/calendar';
import { earlier, type LocalDate, localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';
import { firstPlannableDay, lastPlannableDay, usualDay } from '../domain/plan';
import type { PlanLearner } from '../domain/plan-form';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Context } from './context';
import { type DeskOpening, openDesk } from './open-desk';

export interface OpenedPlan {
  /** The viewer's language. */
  locale: Locale;
  /** The program's local date. */
  today: LocalDate;
  /** Null until one is picked. */
  learner: PlanLearner | null;
}

/**
 * The plan modal, in which a learner is still to be picked.
 * @throws what openDesk throws.
 */
export async function openPlan(context: Context, opening: DeskOpening): Promise<OpenedPlan> {
  return { ...(await openDesk(context, opening)), learner: null };
}

/**
 * The plan modal of one learner.
 * @throws {UserError} learnerGone, learnerElsewhere or learnerInactive, and nothingToPlan when no contact is due or no day is left
 * before the floor.
 */
export async function openPlanFor(
  { db, now }: Context,
  { viewerId, learnerId, ...scope }: WorkspaceScope & { viewerId: string; learnerId: string },
): Promise<OpenedPlan> {
  const row = await findFormLearner(db, scope, viewerId, learnerId);
  if (!row) {
    throw new UserError((await learnerExists(db, scope, learnerId)) ? 'learnerElsewhere' : 'learnerGone');
  }
  if (row.finished) throw new UserError('learnerInactive');
  const today = localDateAt(now, row.zone);
  return { locale: row.locale, today, learner: planLearner(row, today) };
}

function planLearner(row: FormRow, today: LocalDate): PlanLearner {
  const { id, name, startedOn, namesake, dueOn, watching } = row;
  const rules = rulesOf(row);
  const firstOn = firstPlannableDay(row, today);
  const lastOn = lastPlannableDay(rules, row, today);
  if (dueOn === null || lastOn < firstOn) throw new UserError('nothingToPlan');
  const plan = row.plan && row.plan.on > today ? { ...row.plan, watching } : null;
  const suggestedOn = plan?.on ?? workingDayOnOrAfter(firstOn, rules.calendar.isWorkingDay) ?? firstOn;
  return {
    id,
    name,
    startedOn: namesake ? startedOn : null,
    dueOn,
    usualOn: usualDay(rules, row, today),
    firstOn,
    lastOn,
    suggestedOn: earlier(suggestedOn, lastOn),
    plan,
  };
}
