import { type Delivery, updateDelivery } from '../db/deliveries';
import { markMemberUnreachable, programIdsOf } from '../db/members';
import { markProgramUnreachable } from '../db/programs';
import type { ClaimedDelivery } from './claim-delivery';
import type { Context, Unit } from './context';
import { goOn, settle } from './settle-delivery';
import { tellLeads } from './tell-leads';

/**
 * Ends a delivery that Slack will never take, and tells the leads. Of a recipient who can't be reached at all
 * they hear once until a message gets there again; of a message that Slack refuses, once a day and recipient.
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
    if (unreachable) await tellOfUnreachable(unit, delivery, failure);
    else await tellOfRefused(unit, delivery, failure);
  });
}

async function tellOfUnreachable(unit: Unit, delivery: Delivery, problem: string): Promise<void> {
  const news = await markUnreachable(unit, delivery, problem);
  if (!news) return;
  const { workspaceId, recipient: subject, onDate } = delivery;
  const programIds = await programsOf(unit, delivery);
  const occasion = unit.now.toISOString();
  await tellLeads(unit, { workspaceId, programIds, subject, problem, onDate, occasion });
}

/** A notice that is refused is told to nobody: it would be refused again. */
async function tellOfRefused(unit: Unit, delivery: Delivery, problem: string): Promise<void> {
  const { kind, workspaceId, recipient: subject, onDate } = delivery;
  if (kind === 'lead_notice') return;
  const programIds = await programsOf(unit, delivery);
  await tellLeads(unit, {
    workspaceId,
    programIds,
    subject,
    problem,
    onDate,
    occasion: `${problem}-${onDate}`,
  });
}

async function markUnreachable({ db, now }: Unit, delivery: Delivery, because: string): Promise<boolean> {
  const { workspaceId, programId, kind, recipient } = delivery;
  return kind === 'digest' && programId
    ? markProgramUnreachable(db, { workspaceId, programId }, now)
    : markMemberUnreachable(db, { workspaceId }, recipient, { since: now, because });
}

/** The programs whom it concerns: the digest's own, or those that the person supports. */
async function programsOf({ db }: Unit, { workspaceId, programId, recipient }: Delivery): Promise<string[]> {
  return programId ? [programId] : programIdsOf(db, { workspaceId }, recipient);
}
