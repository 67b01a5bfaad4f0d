import { answersOf, type TimelineAnswer } from '../db/care-answers';
import { type FormRow, findFormLearner } from '../db/check-in-forms';
import { findCheckInFor } from '../db/check-ins';
import { learnerExists, type Suggestion, suggestLearners } from '../db/learners';
import { rulesOf } from '../db/programs';
import { canCorrect } from '../domain/access';
import type { CheckInContent } from '../domain/check-in';
import type { CheckInForm, FormLearner, RecentAnswer } from '../domain/check-in-form';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';
import { lastPlannableDay } from '../domain/plan';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { contentOf } from './check-in-content';
import type { Context } from './context';
import { nameKeys } from './name-keys';
import { type DeskOpening, openDesk } from './open-desk';

/** How many of the care team's answers the modal shows at most. */
const recentAnswers = 3;

interface Opening extends WorkspaceScope {
  viewerId: string;
}

export interface OpenedForm {
  /** The viewer's language. */
  locale: Locale;
  form: CheckInForm;
}

/**
 * The empty check-in modal, or with the one learner whose name was typed: for supporters, and for whoever is mentor or
 * advisor of somebody.
 * @throws what openDesk throws.
 */
export async function openCheckIn(
  context: Context,
  opening: DeskOpening & { name: string; given: Partial<CheckInContent> },
): Promise<OpenedForm> {
  const { name, given } = opening;
  const [{ locale, today }, matches] = await Promise.all([
    openDesk(context, opening, 'careTeam'),
    matchesOf(context, opening, name),
  ]);
  const [only, other] = matches;
  if (only && !other) return openCheckInFor(context, { ...opening, learnerId: only.id, given });
  const search = name === '' ? null : ({ typed: name, matches: only ? 'several' : 'none' } as const);
  return { locale, form: { today, learner: null, search, given, correcting: null } };
}

interface OpeningFor extends Opening {
  learnerId: string;
  given: Partial<CheckInContent>;
  /** When the contact was that is to be logged; without it, today. */
  contactedAt?: Date;
}

/**
 * The check-in modal of one learner.
 * @throws {UserError} learnerGone, learnerElsewhere, and learnerInactive when her course has been completed or left.
 */
export async function openCheckInFor(
  context: Context,
  { learnerId, viewerId, given, contactedAt, ...scope }: OpeningFor,
): Promise<OpenedForm> {
  const { row, today, learner } = await requireLearner(context, scope, viewerId, learnerId);
  // Nothing that she would write could be saved.
  if (row.finished) throw new UserError('learnerInactive');
  const day = contactedAt ? { contactedOn: localDateAt(contactedAt, row.zone) } : {};
  const form = { today, learner, search: null, given: { ...day, ...given }, correcting: null };
  return { locale: row.locale, form };
}

/**
 * The modal that corrects a check-in.
 * @throws {UserError} checkInGone, or notYourCheckIn for anybody but its author and leads.
 */
export async function openCorrection(
  context: Context,
  { checkInId, viewerId, ...scope }: Opening & { checkInId: string },
): Promise<OpenedForm> {
  const seen = await findCheckInFor(context.db, scope, viewerId, checkInId);
  if (!seen) throw new UserError('checkInGone');
  const { checkIn, promise, viewerRole } = seen;
  if (!canCorrect({ userId: viewerId, isLead: viewerRole === 'lead' }, checkIn)) {
    throw new UserError('notYourCheckIn');
  }
  const { row, today, learner } = await requireLearner(context, scope, viewerId, checkIn.learnerId);
  const correcting = { checkInId, version: checkIn.version };
  const given = contentOf(checkIn, promise);
  return { locale: row.locale, form: { today, learner, search: null, given, correcting } };
}

async function requireLearner(
  { db, now }: Context,
  scope: WorkspaceScope,
  viewerId: string,
  learnerId: string,
): Promise<{ row: FormRow; today: LocalDate; learner: FormLearner }> {
  const [row, answers] = await Promise.all([
    findFormLearner(db, scope, viewerId, learnerId, 'careTeam'),
    answersOf(db, scope, learnerId, recentAnswers),
  ]);
  if (!row) {
    throw new UserError((await learnerExists(db, scope, learnerId)) ? 'learnerElsewhere' : 'learnerGone');
  }
  const { today, learner } = standingOn(row, now);
  return { row, today, learner: { ...learner, answers: answersSince(row, answers) } };
}

/** Those since the older check-in that the modal shows. */
function answersSince(
  { recent, zone }: Pick<FormRow, 'recent' | 'zone'>,
  answers: readonly TimelineAnswer[],
): RecentAnswer[] {
  const since = recent.at(-1)?.contactedOn ?? '';
  return answers
    .map(({ createdAt, ...answer }) => ({ ...answer, answeredOn: localDateAt(createdAt, zone) }))
    .filter(({ answeredOn }) => answeredOn >= since);
}

function standingOn(row: FormRow, now: Date): { today: LocalDate; learner: Omit<FormLearner, 'answers'> } {
  const { id, programId, name, startedOn, endsOn, unit, dueOn, floorOn, watching, recent, careTeam } = row;
  const today = localDateAt(now, row.zone);
  const plan = row.plan && row.plan.on > today ? row.plan : null;
  const plannableUntil = lastPlannableDay(rulesOf(row), { ...row, lastContactOn: today }, today);
  const standing = { dueOn, floorOn, plan, watching: watching && plan !== null, plannableUntil };
  const person = { id, programId, name, startedOn, endsOn, unit };
  return { today, learner: { ...person, ...standing, recent, careTeam, mayPlan: row.mayPlan } };
}

/** Up to two learners of the viewer's programs who answer to a name. */
async function matchesOf(
  { db }: Context,
  { viewerId, ...scope }: Opening,
  name: string,
): Promise<Suggestion[]> {
  const keys = nameKeys(name);
  return keys.length === 0 ? [] : suggestLearners(db, scope, { viewerId, keys, limit: 2 });
}
