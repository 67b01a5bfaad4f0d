import { audit } from '../db/audit';
import { pausesOf, type SeenLearner } from '../db/learners';
import { requireProgram } from '../db/programs';
import type { PlannedContact } from '../domain/check-in';
import { localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { type Context, transact } from './context';
import { lockOwnLearner } from './lock-own-learner';
import { refusePlan } from './refuse-plan';
import { type Restated, restateLearner, standingOf } from './restate-learner';

export interface PlanInput extends WorkspaceScope {
  supporterId: string;
  learnerId: string;
  /** Null: back to the usual rhythm. */
  plan: PlannedContact | null;
}

export interface ContactPlan {
  learnerName: string;
  next: Restated;
  repeated: boolean;
}

/**
 * Moves a learner's next contact to the supporter's own date, sooner or later, or back to the rhythm's. Doing it twice
 * is doing it once: the second time it is `repeated`, and nothing is written.
 * @throws {UserError} nothingToPlan when no contact is due any more, and what refusePlan and lockOwnLearner throw: the
 * floor can't be passed.
 */
export async function planContact(
  context: Context,
  { supporterId, learnerId, plan, ...scope }: PlanInput,
): Promise<ContactPlan> {
  return transact(context, async (unit) => {
    const learner = await lockOwnLearner(unit, scope, supporterId, learnerId);
    if (learner.dueOn === null) throw new UserError('nothingToPlan');
    if (isPlanned(learner, plan, supporterId)) {
      return { learnerName: learner.name, next: standingOf(learner), repeated: true };
    }
    const program = await requireProgram(unit.db, learner);
    const today = localDateAt(unit.now, program.zone);
    const pauses = await pausesOf(unit.db, learner, learner.id);
    if (plan) refusePlan(program.rules, { ...learner, pauses }, plan, today);
    const next = await restateLearner(unit, learner, program.rules, today, {
      plan: plan && { ...plan, by: supporterId },
      by: supporterId,
    });
    await audit(unit.db, {
      workspaceId: learner.workspaceId,
      programId: learner.programId,
      actorId: supporterId,
      ...(plan
        ? { action: 'learner.contact_planned', details: { on: plan.on } }
        : { action: 'learner.plan_dropped', details: { on: learner.plannedOn } }),
      subjectId: learner.id,
      at: unit.now,
    });
    return { learnerName: learner.name, next, repeated: false };
  });
}

function isPlanned(learner: SeenLearner, plan: PlannedContact | null, by: string): boolean {
  if (plan === null) return learner.plannedOn === null;
  return learner.plannedOn === plan.on && learner.planReason === plan.reason && learner.plannedBy === by;
}
