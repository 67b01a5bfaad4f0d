import { countActiveLearners, statedLearners } from '../db/stated-learners';
import { localDateAt } from '../domain/dates';
import { noEffect, type PolicyPreview, policyEffect, sumOfEffects } from '../domain/policy-effect';
import type { Policy } from '../domain/program-rules';
import { refusePolicyDay } from './change-policy';
import type { Context } from './context';
import { type LeadScope, programForLead } from './lead-program';

/** Between two batches, others get their turn. */
const batchSize = 500;

/** Ids are random: this many are a fair part of any program, and are counted while somebody waits. */
const mostCounted = 20_000;

/**
 * What a policy would change on its first day if all learners stayed as they are now. Writes nothing.
 * @throws {UserError} as changePolicy does
 */
export async function previewPolicy(
  { db, now }: Context,
  scope: LeadScope,
  policy: Policy,
): Promise<PolicyPreview> {
  const { zone, rules } = await programForLead(db, scope);
  refusePolicyDay(policy.effectiveOn, localDateAt(now, zone));
  let effect = noEffect;
  let counted = 0;
  for (let after: string | null = null; counted < mostCounted; ) {
    const learners = await statedLearners(db, scope, { after, limit: batchSize });
    effect = sumOfEffects(effect, policyEffect(rules, policy, learners));
    counted += learners.length;
    if (learners.length < batchSize) return { ...effect, counted, total: counted };
    after = learners.at(-1)?.id ?? null;
  }
  return { ...effect, counted, total: await countActiveLearners(db, scope) };
}
