import { findLearnerCard, type LearnerCardRow } from '../db/learner-cards';
import { learnerExists } from '../db/learners';
import { requireProgram } from '../db/programs';
import { contactStatus } from '../domain/cadence';
import { mayKnowWhom } from '../domain/consultation';
import { type LocalDate, localDateAt } from '../domain/dates';
import {
  cardRows,
  courseWeek,
  type LearnerCard,
  recurringConcerns,
  type Standing,
} from '../domain/learner-card';
import type { Locale } from '../domain/locale';
import { type ProgramRules, policyOn } from '../domain/program-rules';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Context } from './context';

export interface OpenedCard {
  /** The viewer's language. */
  locale: Locale;
  /** The program's local date. */
  today: LocalDate;
  card: LearnerCard;
}

/**
 * A learner's card, from live data.
 * @throws {UserError} learnerGone or learnerElsewhere.
 */
export async function openLearnerCard(
  { db, now }: Context,
  { viewerId, learnerId, ...scope }: WorkspaceScope & { viewerId: string; learnerId: string },
): Promise<OpenedCard> {
  const row = await findLearnerCard(db, scope, viewerId, { learnerId, now });
  if (!row) {
    throw new UserError((await learnerExists(db, scope, learnerId)) ? 'learnerElsewhere' : 'learnerGone');
  }
  const { rules } = await requireProgram(db, row);
  const today = localDateAt(now, rules.zone);
  const { openConsultation } = row;
  const consultation = openConsultation && mayKnowWhom(openConsultation, viewerId) ? openConsultation : null;
  return { locale: row.locale, today, card: { ...cardOf(row, rules, today), consultation } };
}

function cardOf(
  row: LearnerCardRow,
  rules: ProgramRules,
  today: LocalDate,
): Omit<LearnerCard, 'consultation'> {
  const { name, reading, status, programName, startedOn, endsOn, goal, background } = row;
  const { unit, weeklyHours, checkIns, promises, promiseCount, statusReason, statusOn, pauses, tone, avoid } =
    row;
  return {
    ...{ learnerId: row.id, name, reading, status, programName, startedOn, endsOn, goal, background },
    ...{ unit, weeklyHours, promises, statusReason, statusOn, pauses, tone, avoid },
    course: courseWeek(row, today),
    companion: row.companionName,
    mentor: row.mentorName,
    advisor: row.advisorName,
    rhythm: row.rhythm ?? { kind: 'perWeek', times: policyOn(rules, today).contactsPerWeek },
    ownRhythm: row.rhythm !== null,
    standing: standingOf(row, rules, today),
    concerns: recurringConcerns(checkIns),
    trend: checkIns
      .map(({ contactedOn, motivation, studyHours }) => ({ contactedOn, motivation, studyHours }))
      .reverse(),
    morePromises: promiseCount - promises.length,
    recent: checkIns.slice(0, cardRows.recent),
  };
}

function standingOf(row: LearnerCardRow, rules: ProgramRules, today: LocalDate): Standing {
  const { dueOn, floorOn, dueReason: reason, plannedOn, planReason, plannerName, watching } = row;
  const { isWorkingDay } = rules.calendar;
  const stillPlanned = plannedOn !== null && reason === 'planned';
  return {
    dueOn,
    floorOn,
    reason,
    state: contactStatus({ today, next: { dueOn, floorOn }, isWorkingDay }),
    plan: stillPlanned ? { on: plannedOn, reason: planReason ?? '', byName: plannerName, watching } : null,
  };
}
