import { audit } from '../db/audit';
import { findPause, shortenPause } from '../db/pauses';
import { requireProgram } from '../db/programs';
import { addDays, type LocalDate, localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { type Context, transact } from './context';
import { lockSeenLearner } from './lock-own-learner';
import { restateLearner } from './restate-learner';

export interface EndedPause {
  learnerId: string;
  learnerName: string;
  /** Whether its first day had come. */
  begun: boolean;
  dueOn: LocalDate | null;
}

/**
 * Ends a learner's break before its last day, or takes back one that has not begun.
 * @throws {UserError} pauseGone when it is over or was taken back, and what lockSeenLearner throws.
 */
export async function endPause(
  context: Context,
  { supporterId, pauseId, ...scope }: WorkspaceScope & { supporterId: string; pauseId: string },
): Promise<EndedPause> {
  return transact(context, async (unit) => {
    const found = await findPause(unit.db, scope, pauseId);
    if (!found) throw new UserError('pauseGone');
    const learner = await lockSeenLearner(unit, scope, supporterId, found.learnerId);
    const { rules } = await requireProgram(unit.db, learner);
    const today = localDateAt(unit.now, rules.zone);
    const pause = await findPause(unit.db, scope, pauseId);
    if (!pause || pause.toOn < today) throw new UserError('pauseGone');
    const to = pause.fromOn < today ? addDays(today, -1) : null;
    await shortenPause(unit.db, scope, { pauseId, to });
    const { dueOn } = await restateLearner(unit, learner, rules, today, { by: supporterId });
    await audit(unit.db, {
      workspaceId: learner.workspaceId,
      programId: learner.programId,
      actorId: supporterId,
      action: 'learner.pause_ended',
      subjectId: learner.id,
      details: { from: pause.fromOn, to: pause.toOn },
      at: unit.now,
    });
    return { learnerId: learner.id, learnerName: learner.name, begun: pause.fromOn <= today, dueOn };
  });
}
