import type { MemberKey } from '../db/absences';
import { findLearnerFor, learnerExists } from '../db/learners';
import { findDesk } from '../db/members';
import type { HandoverLearner } from '../domain/cover';
import type { Locale } from '../domain/locale';
import { UserError } from '../errors';
import type { Context } from './context';

export interface OpenedHandover {
  locale: Locale;
  /** The learner whom it is about; null: chosen in the modal. */
  learner: HandoverLearner | null;
}

/**
 * What the handover modal shows.
 * @throws {UserError} noPrograms; of a learner: learnerGone, learnerElsewhere, learnerInactive, notYourLearners.
 */
export async function openHandover(
  { db }: Context,
  { learnerId, ...who }: MemberKey & { learnerId: string | null },
): Promise<OpenedHandover> {
  const desk = await findDesk(db, who, who.userId);
  if (!desk || desk.programs.length === 0) throw new UserError('noPrograms');
  const { locale } = desk.member;
  if (learnerId === null) return { locale, learner: null };
  const learner = await findLearnerFor(db, who, who.userId, learnerId);
  if (!learner) {
    throw new UserError((await learnerExists(db, who, learnerId)) ? 'learnerElsewhere' : 'learnerGone');
  }
  const { id, name, tone, avoid, profileVersion: version, status, companionId, viewerRole } = learner;
  if (status === 'completed' || status === 'withdrawn') throw new UserError('learnerInactive');
  const isHers = viewerRole === 'lead' || companionId === null || companionId === who.userId;
  if (!isHers) throw new UserError('notYourLearners');
  return { locale, learner: { id, name, tone, avoid, version } };
}
