import { audit } from '../db/audit';
import { pausesOf } from '../db/learners';
import { requireProgram } from '../db/programs';
import type { NextContact } from '../domain/cadence';
import type { PlannedContact } from '../domain/check-in';
import { localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { type Context, transact } from './context';
import { lockOwnLearner } from './lock-own-learner';
import { refusePlan } from './refuse-plan';
import { restateLearner } from './restate-learner';

export interface PostponeInput extends WorkspaceScope {
  supporterId: string;
  learnerId: string;
  plan: PlannedContact;
}

/**
 * Moves a learner's next contact to the supporter's own date. Doing it twice is doing it once.
 * @throws {UserError} nothingToPostpone when no contact is due any more, and what refusePlan and
 * lockOwnLearner throw: the floor can't be passed.
 */
export async function postponeContact(
  context: Context,
  { supporterId, learnerId, plan, ...scope }: PostponeInput,
): Promise<{ learnerName: string; next: NextContact }> {
  return transact(context, async (unit) => {
    const learner = await lockOwnLearner(unit, scope, supporterId, learnerId);
    if (learner.dueOn === null) throw new UserError('nothingToPostpone');
    const program = await requireProgram(unit.db, learner);
    const today = localDateAt(unit.now, program.zone);
    const pauses = await pausesOf(unit.db, learner, learner.id);
    refusePlan(program.rules, { ...learner, pauses }, plan, today);
    const next = await restateLearner(unit, learner, program.rules, today, {
      plan: { ...plan, by: supporterId },
    });
    await audit(unit.db, {
      workspaceId: learner.workspaceId,
      programId: learner.programId,
      actorId: supporterId,
      action: 'learner.contact_planned',
      subjectId: learner.id,
      details: { on: plan.on },
      at: unit.now,
    });
    return { learnerName: learner.name, next };
  });
}
