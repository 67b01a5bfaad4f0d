import { findFlag } from '../db/care-flags';
import { careRolesOf } from '../db/care-team';
import { findLearnerFor } from '../db/learners';
import { findMember } from '../db/members';
import type { LocalDate } from '../domain/dates';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Context } from './context';

export interface OpenedAnswer {
  /** The viewer's language. */
  locale: Locale;
  /** The learner's. */
  name: string;
  /** Who wrote the check-in. */
  authorName: string;
  contactedOn: LocalDate;
}

/**
 * What the answer modal shows.
 * @throws {UserError} flagGone when the check-in is gone or wasn't meant for the viewer, notInCareTeam when she is no
 * longer the learner's mentor or advisor.
 */
export async function openAnswer(
  { db }: Context,
  { viewerId, checkInId, ...scope }: WorkspaceScope & { viewerId: string; checkInId: string },
): Promise<OpenedAnswer> {
  const flag = await findFlag(db, scope, viewerId, checkInId);
  if (!flag) throw new UserError('flagGone');
  const [roles, learner, viewer, author] = await Promise.all([
    careRolesOf(db, scope, flag.learnerId, viewerId),
    findLearnerFor(db, scope, viewerId, flag.learnerId, 'careTeam'),
    findMember(db, scope, viewerId),
    findMember(db, scope, flag.authorId),
  ]);
  if (roles.length === 0 || !learner || !viewer) throw new UserError('notInCareTeam');
  return {
    locale: viewer.locale,
    name: learner.name,
    authorName: author?.name ?? '',
    contactedOn: flag.contactedOn,
  };
}
