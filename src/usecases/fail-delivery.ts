import { programsFlaggedIn } from '../db/care-flags';
import { setFollowUps } from '../db/consultation-closing';
import { type Delivery, updateDelivery } from '../db/deliveries';
import { markMemberUnreachable, programIdsOf } from '../db/members';
import { markProgramUnreachable } from '../db/programs';
import type { ClaimedDelivery } from './claim-delivery';
import type { Context, Unit } from './context';
import { goesToTeam, goOn, settle } from './settle-delivery';
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
    if (unreachable) await askSomebodyElse(unit, delivery);
    if (unreachable) await tellOfUnreachable(unit, delivery, failure);
    else await tellOfRefused(unit, delivery, failure);
  });
}

/** How a consultation went on is known to others too: the sweep looks for one of them. */
async function askSomebodyElse({ db, now }: Unit, { kind, workspaceId, subject }: Delivery): Promise<void> {
  if (kind === 'follow_up' && subject) await setFollowUps(db, [{ workspaceId, id: subject }], now);
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
  const { workspaceId, programId, recipient } = delivery;
  return goesToTeam(delivery) && programId
    ? markProgramUnreachable(db, { workspaceId, programId }, now)
    : markMemberUnreachable(db, { workspaceId }, recipient, { since: now, because });
}

/** The programs whom it concerns: the list's own, those whose learners it tells of, or those that the person supports. */
async function programsOf({ db }: Unit, delivery: Delivery): Promise<string[]> {
  const { id, kind, programId, recipient } = delivery;
  if (programId) return [programId];
  if (kind === 'care_team' || kind === 'care_urgent') return programsFlaggedIn(db, delivery, id);
  return programIdsOf(db, delivery, recipient);
}
