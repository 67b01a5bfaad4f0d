import { audit } from '../db/audit';
import type { CoverRequest } from '../db/cover-requests';
import { endDayCovers } from '../db/day-covers';
import { moveCaseload } from '../db/handovers';
import { addDays, localDateAt } from '../domain/dates';
import type { Unit } from './context';

/** Makes whoever accepted a handover the companion of these learners, of those who are still waiting for it. */
export async function handOver(
  { db, now }: Unit,
  { workspaceId, id, fromId, toId }: CoverRequest,
  learners: readonly { id: string }[],
): Promise<void> {
  const ids = learners.map((learner) => learner.id);
  const moved = await moveCaseload(db, { workspaceId }, { learnerIds: ids, fromId, toId });
  // Whatever the program's zone, what was taken for today or later ends.
  const movedIds = moved.map(({ learnerId }) => learnerId);
  await endDayCovers(db, { workspaceId }, movedIds, addDays(localDateAt(now, 'UTC'), -1));
  for (const { learnerId, programId } of moved) {
    await audit(db, {
      workspaceId,
      programId,
      actorId: toId,
      action: 'learner.handed_over',
      subjectId: learnerId,
      details: { from: fromId, to: toId, request: id },
      at: now,
    });
  }
}
