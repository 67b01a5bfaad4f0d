import { findFormLearner } from '../db/check-in-forms';
import { findCheckInFor } from '../db/check-ins';
import { learnerExists, suggestLearners } from '../db/learners';
import { type Desk, findDesk } from '../db/members';
import { findProgramInChannel } from '../db/programs';
import { canCorrect } from '../domain/access';
import type { CheckInContent } from '../domain/check-in';
import type { CheckInForm, FormLearner } from '../domain/check-in-form';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { contentOf } from './check-in-content';
import type { Context } from './context';
import { nameKeys } from './name-keys';

interface Opening extends WorkspaceScope {
  viewerId: string;
}

export interface OpenedForm {
  /** The viewer's language. */
  locale: Locale;
  form: CheckInForm;
}

/**
 * The empty check-in modal, or with the one learner whose name was typed.
 * @throws {UserError} for somebody who supports no program: noProgramHere where none lives, else notSupporter.
 */
export async function openCheckIn(
  context: Context,
  opening: Opening & { channelId: string | null; name: string; given: Partial<CheckInContent> },
): Promise<OpenedForm> {
  const { channelId, name, given } = opening;
  const [desk, learnerId] = await Promise.all([
    findDesk(context.db, opening, opening.viewerId),
    name === '' ? null : onlyMatch(context, opening, name),
  ]);
  if (!desk || desk.programs.length === 0) throw await refusal(context, opening, channelId);
  if (learnerId) return openCheckInFor(context, { ...opening, learnerId, given });
  const today = todayAt(desk, channelId, context.now);
  return { locale: desk.member.locale, form: { today, learner: null, given, correcting: null } };
}

/**
 * The check-in modal of one learner.
 * @throws {UserError} learnerGone or learnerElsewhere.
 */
export async function openCheckInFor(
  context: Context,
  { learnerId, viewerId, given, ...scope }: Opening & { learnerId: string; given: Partial<CheckInContent> },
): Promise<OpenedForm> {
  const { locale, today, learner } = await requireLearner(context, scope, viewerId, learnerId);
  return { locale, form: { today, learner, given, correcting: null } };
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
  const { locale, today, learner } = await requireLearner(context, scope, viewerId, checkIn.learnerId);
  const correcting = { checkInId, version: checkIn.version };
  return { locale, form: { today, learner, given: contentOf(checkIn, promise), correcting } };
}

async function requireLearner(
  { db, now }: Context,
  scope: WorkspaceScope,
  viewerId: string,
  learnerId: string,
): Promise<{ locale: Locale; today: LocalDate; learner: FormLearner }> {
  const row = await findFormLearner(db, scope, viewerId, learnerId);
  if (!row) {
    throw new UserError((await learnerExists(db, scope, learnerId)) ? 'learnerElsewhere' : 'learnerGone');
  }
  const { locale, zone, plan, ...learner } = row;
  const today = localDateAt(now, zone);
  return { locale, today, learner: { ...learner, plan: plan && plan.on > today ? plan : null } };
}

/** A name that only one learner of the viewer's programs answers to; else she chooses in the modal. */
async function onlyMatch(
  { db }: Context,
  { viewerId, ...scope }: Opening,
  name: string,
): Promise<string | null> {
  const keys = nameKeys(name);
  if (keys.length === 0) return null;
  const found = await suggestLearners(db, scope, { viewerId, keys, limit: 2 });
  const [first] = found;
  return found.length === 1 && first ? first.id : null;
}

async function refusal({ db }: Context, scope: Opening, channelId: string | null): Promise<UserError> {
  if (channelId === null) return new UserError('noPrograms');
  const program = await findProgramInChannel(db, scope, channelId);
  return new UserError(program ? 'notSupporter' : 'noProgramHere');
}

/** The date in the channel's program, else in the first of hers. */
function todayAt({ programs, member }: Desk, channelId: string | null, now: Date): LocalDate {
  const program = programs.find((candidate) => candidate.channelId === channelId) ?? programs[0];
  return localDateAt(now, program?.zone ?? member.zone);
}
