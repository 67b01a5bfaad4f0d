import { audit } from '../db/audit';
import { endPolicy, findPolicyFor, type PolicyRow } from '../db/policies';
import { insertPolicy } from '../db/program-setup';
import { addDays, type LocalDate, localDateAt } from '../domain/dates';
import type { NewPolicy } from '../domain/program-rules';
import { UserError } from '../errors';
import { type Context, transact, type Unit } from './context';
import { type LeadScope, lockProgramForLead } from './lead-program';
import { planNextPolicy, restateProgram } from './restate-program';

/** How far ahead a policy may be planned, in days. */
const farthestDays = 366;

/**
 * Sets a program's policy from a day on. One that was set for the same day before ends, and both stay in the history.
 * One for today has all due days worked out anew, a later one does on its day. Setting the same again is `repeated`.
 * @throws {UserError} as programForLead and refusePolicyDay do
 */
export async function changePolicy(
  context: Context,
  scope: LeadScope,
  policy: NewPolicy,
): Promise<{ repeated: boolean }> {
  return transact(context, async (unit) => {
    const program = await lockProgramForLead(unit, scope);
    const today = localDateAt(unit.now, program.zone);
    refusePolicyDay(policy.effectiveOn, today);
    const before = await findPolicyFor(unit.db, scope, policy.effectiveOn);
    if (before && isSame(before, policy, scope.leadId)) return { repeated: true };
    if (before) await endPolicy(unit.db, scope, before.id, { endedAt: unit.now, endedBy: scope.leadId });
    await writePolicy(unit, scope, policy);
    if (policy.effectiveOn === today) await restateProgram(unit, scope);
    else await planNextPolicy(unit, scope);
    return { repeated: false };
  });
}

/** @throws {UserError} policyInPast, policyTooFar */
export function refusePolicyDay(effectiveOn: LocalDate, today: LocalDate): void {
  if (effectiveOn < today) throw new UserError('policyInPast');
  const until = addDays(today, farthestDays);
  if (effectiveOn > until) throw new UserError('policyTooFar', { until });
}

function isSame(before: PolicyRow, { contactsPerWeek, floorDays, reason }: NewPolicy, by: string): boolean {
  return (
    before.contactsPerWeek === contactsPerWeek &&
    before.floorDays === floorDays &&
    before.reason === reason &&
    before.setBy === by
  );
}

async function writePolicy(
  { db, now: at }: Unit,
  { workspaceId, programId, leadId }: LeadScope,
  { effectiveOn, contactsPerWeek, floorDays, reason }: NewPolicy,
): Promise<void> {
  const policy = { effectiveOn, contactsPerWeek, floorDays };
  await insertPolicy(db, { workspaceId, programId, ...policy, reason, setBy: leadId, setAt: at });
  await audit(db, {
    workspaceId,
    programId,
    actorId: leadId,
    action: 'policy.set',
    subjectId: programId,
    details: policy,
    at,
  });
}
