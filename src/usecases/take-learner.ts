import { audit } from '../db/audit';
import { updateLearner } from '../db/learners';
import { findCover } from '../db/members';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { type Context, transact } from './context';
import { lockOwnLearner } from './lock-own-learner';
import { touchListsOf } from './restate-learner';
import { touchHomesOf } from './touch-homes';

export interface TakeInput extends WorkspaceScope {
  supporterId: string;
  learnerId: string;
}

/**
 * "I'll take it": makes the supporter the companion of a learner whom nobody covers. The first one to press
 * has her; pressing again changes nothing.
 * @throws {UserError} alreadyTaken with the name of whoever has the learner, and what lockOwnLearner throws.
 */
export async function takeLearner(
  context: Context,
  { supporterId, learnerId, ...scope }: TakeInput,
): Promise<{ learnerName: string }> {
  return transact(context, async (unit) => {
    const learner = await lockOwnLearner(unit, scope, supporterId, learnerId);
    if (learner.companionId === supporterId) return { learnerName: learner.name };
    const cover = learner.companionId ? await findCover(unit.db, learner, learner.companionId) : null;
    if (cover) throw new UserError('alreadyTaken', { name: cover.name });
    await updateLearner(unit.db, learner, learner.id, { companionId: supporterId });
    await touchListsOf(unit, learner, [learner.id]);
    await touchHomesOf(unit, learner, [learner.companionId, supporterId]);
    await audit(unit.db, {
      workspaceId: learner.workspaceId,
      programId: learner.programId,
      actorId: supporterId,
      action: 'learner.taken',
      subjectId: learner.id,
      details: { from: learner.companionId },
      at: unit.now,
    });
    return { learnerName: learner.name };
  });
}
