import { type Delivery, planDeliveries, updateDelivery } from '../db/deliveries';
import { newId } from '../db/ids';
import { leadsToTell, markMemberUnreachable, programIdsOf } from '../db/members';
import { markProgramUnreachable } from '../db/programs';
import { deliverJob } from '../jobs/catalog';
import type { ClaimedDelivery } from './claim-delivery';
import type { Context, Unit } from './context';
import { goOn, settle } from './settle-delivery';

/**
 * Ends a delivery that Slack will never take. When its recipient can't be reached at all, the leads are told,
 * once until a message reaches that recipient again.
 */
export async function failDelivery(
  context: Context,
  claim: ClaimedDelivery,
  { failure, unreachable }: { failure: string; unreachable: boolean },
): Promise<void> {
  await settle(context, claim, async (unit, delivery) => {
    await updateDelivery(unit.db, delivery, {
      status: 'failed',
      live: false,
      failure,
      maybePostedAt: null,
    });
    await goOn(unit, delivery);
    if (unreachable) await tellLeads(unit, delivery, failure);
  });
}

async function tellLeads(unit: Unit, delivery: Delivery, failure: string): Promise<void> {
  const programIds = await markUnreachable(unit, delivery);
  if (programIds.length === 0) return;
  const { workspaceId, recipient, onDate } = delivery;
  const leads = await leadsToTell(unit.db, { workspaceId, programIds }, recipient);
  const notices = leads.map((lead) => ({
    learners: [],
    delivery: {
      id: newId(),
      workspaceId,
      kind: 'lead_notice' as const,
      dedupeKey: `lead-notice-${recipient}-${unit.now.toISOString()}-${lead}`,
      recipient: lead,
      subject: recipient,
      problem: failure,
      onDate,
      live: false,
      runAt: unit.now,
      createdAt: unit.now,
    },
  }));
  for (const id of await planDeliveries(unit.db, notices)) unit.jobs.push(deliverJob(id, 0));
}

/** The programs whose leads should hear of it; none when it is no news. */
async function markUnreachable({ db, now }: Unit, delivery: Delivery): Promise<string[]> {
  const { workspaceId, programId, kind, recipient } = delivery;
  if (kind === 'digest' && programId) {
    const news = await markProgramUnreachable(db, { workspaceId, programId }, now);
    return news ? [programId] : [];
  }
  const news = await markMemberUnreachable(db, { workspaceId }, recipient, now);
  return news ? programIdsOf(db, { workspaceId }, recipient) : [];
}
