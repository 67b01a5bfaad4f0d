import { learnerExists, lockLearnerFor, type SeenLearner, type Viewers } from '../db/learners';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Unit } from './context';

/**
 * Locks a learner for a supporter who is about to change something about her; for `careTeam`, also for her mentor or
 * advisor, who may log contacts and answer but change nothing else.
 * @throws {UserError} what lockSeenLearner throws, and learnerInactive when her course has been completed or left.
 */
export async function lockOwnLearner(
  unit: Unit,
  scope: WorkspaceScope,
  viewerId: string,
  learnerId: string,
  viewers: Viewers = 'supporters',
): Promise<SeenLearner> {
  const learner = await lockSeenLearner(unit, scope, viewerId, learnerId, viewers);
  if (learner.status === 'completed' || learner.status === 'withdrawn')
    throw new UserError('learnerInactive');
  return learner;
}

/**
 * The same, also of somebody who has completed or left the course.
 * @throws {UserError} learnerGone when she was erased, learnerElsewhere when she is in none of the viewer's programs nor,
 * for `careTeam`, in her care.
 */
export async function lockSeenLearner(
  { db }: Unit,
  scope: WorkspaceScope,
  viewerId: string,
  learnerId: string,
  viewers: Viewers = 'supporters',
): Promise<SeenLearner> {
  const learner = await lockLearnerFor(db, scope, viewerId, learnerId, viewers);
  if (learner) return learner;
  throw (await learnerExists(db, scope, learnerId))
    ? new UserError('learnerElsewhere')
    : new UserError('learnerGone');
}
