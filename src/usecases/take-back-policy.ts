import { audit } from '../db/audit';
import { endPolicy, findPolicy } from '../db/policies';
import { localDateAt } from '../domain/dates';
import { UserError } from '../errors';
import { type Context, transact } from './context';
import { type LeadScope, lockProgramForLead } from './lead-program';
import { planNextPolicy } from './restate-program';

/**
 * Takes back a policy before the day on which it takes effect. Doing it twice is doing it once.
 * @throws {UserError} policyInForce once its day has come, and as programForLead does
 */
export async function takeBackPolicy(context: Context, scope: LeadScope, policyId: string): Promise<void> {
  await transact(context, async (unit) => {
    const { db, now: at } = unit;
    const { zone } = await lockProgramForLead(unit, scope);
    const policy = await findPolicy(db, scope, policyId);
    if (!policy || policy.endedAt) return;
    if (policy.effectiveOn <= localDateAt(at, zone)) throw new UserError('policyInForce');
    await endPolicy(db, scope, policyId, { endedAt: at, endedBy: scope.leadId });
    await planNextPolicy(unit, scope);
    await audit(db, {
      workspaceId: scope.workspaceId,
      programId: scope.programId,
      actorId: scope.leadId,
      action: 'policy.taken_back',
      subjectId: scope.programId,
      details: { effectiveOn: policy.effectiveOn },
      at,
    });
  });
}
