import { audit } from '../db/audit';
import { pausesOf, type SeenLearner } from '../db/learners';
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

export interface PostponedContact {
  learnerName: string;
  next: NextContact;
  repeated: boolean;
}

/**
 * Moves a learner's next contact to the supporter's own date. Doing it twice is doing it once: the second time
 * it is `repeated`, and nothing is written.
 * @throws {UserError} nothingToPostpone when no contact is due any more, and what refusePlan and
 * lockOwnLearner throw: the floor can't be passed.
 */
export async function postponeContact(
  context: Context,
  { supporterId, learnerId, plan, ...scope }: PostponeInput,
): Promise<PostponedContact> {
  return transact(context, async (unit) => {
    const learner = await lockOwnLearner(unit, scope, supporterId, learnerId);
    if (learner.dueOn === null) throw new UserError('nothingToPostpone');
    if (isPlanned(learner, plan, supporterId)) {
      const { dueOn, floorOn, dueReason: reason } = learner;
      return { learnerName: learner.name, next: { dueOn, floorOn, reason }, repeated: true };
    }
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
    return { learnerName: learner.name, next, repeated: false };
  });
}

function isPlanned(learner: SeenLearner, { on, reason }: PlannedContact, by: string): boolean {
  return learner.plannedOn === on && learner.planReason === reason && learner.plannedBy === by;
}
