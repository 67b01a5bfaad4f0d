import { learnerExists, lockLearnerFor, type SeenLearner } from '../db/learners';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Unit } from './context';

/**
 * Locks a learner for a supporter who is about to change something about her.
 * @throws {UserError} learnerGone when she was erased, learnerElsewhere when she is in none of the supporter's
 * programs, learnerInactive when her course has been completed or left.
 */
export async function lockOwnLearner(
  { db }: Unit,
  scope: WorkspaceScope,
  viewerId: string,
  learnerId: string,
): Promise<SeenLearner> {
  const learner = await lockLearnerFor(db, scope, viewerId, learnerId);
  if (learner) {
    if (learner.status === 'completed' || learner.status === 'withdrawn')
      throw new UserError('learnerInactive');
    return learner;
  }
  throw (await learnerExists(db, scope, learnerId))
    ? new UserError('learnerElsewhere')
    : new UserError('learnerGone');
}
