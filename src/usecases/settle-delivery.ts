import { type Delivery, listPages, lockDelivery, replanQuestions, updateDelivery } from '../db/deliveries';
import { markMemberReachable } from '../db/members';
import { markProgramReachable } from '../db/programs';
import type { ProgramScope } from '../domain/scope';
import { deliverJob, refreshJob } from '../jobs/catalog';
import type { ClaimedDelivery } from './claim-delivery';
import { type Context, transact, type Unit } from './context';

/**
 * Records where a delivery was posted, and has its further pages posted. Only the claim that still holds may
 * record, so a worker that was taken for dead changes nothing when it comes back.
 */
export async function recordSent(
  context: Context,
  claim: ClaimedDelivery,
  place: { channelId: string; ts: string },
  /** What the message shows: of one that an earlier worker posted, only what was known at first is certain. */
  shownRevision: number,
): Promise<void> {
  await settle(context, claim, async (unit, delivery) => {
    await updateDelivery(unit.db, delivery, {
      ...place,
      status: 'sent',
      sentAt: unit.now,
      maybePostedAt: null,
      failure: null,
      shownRevision,
    });
    if (delivery.live && delivery.wantedRevision > shownRevision) {
      unit.jobs.push(refreshJob(delivery.id, shownRevision));
    }
    await goOn(unit, delivery);
    await markReachable(unit, delivery);
  });
}

const toTeam: ReadonlySet<Delivery['kind']> = new Set([
  'digest',
  'escalation',
  'consultation',
  'consultation_joined',
  'consultation_case',
  'consultation_nudge',
  'consultation_closed',
  'consultation_reopened',
]);

/** Whether its recipient is a program's channel. */
export function goesToTeam({ kind }: Pick<Delivery, 'kind'>): boolean {
  return toTeam.has(kind);
}

async function markReachable(unit: Unit, delivery: Delivery): Promise<void> {
  const { workspaceId, programId } = delivery;
  if (!goesToTeam(delivery) || !programId) {
    return markMemberReachable(unit.db, delivery, delivery.recipient);
  }
  const isNews = await markProgramReachable(unit.db, { workspaceId, programId });
  if (isNews) await askAgain(unit, { workspaceId, programId });
}

/** What people asked while the channel took no message goes there now: a question isn't lost. */
async function askAgain({ db, now, jobs }: Unit, scope: ProgramScope): Promise<void> {
  for (const { id, attempts } of await replanQuestions(db, scope, now)) jobs.push(deliverJob(id, attempts));
}

/** Ends a delivery that has nothing to say any more; nothing was posted. Its pages end with it. */
export async function dropDelivery(context: Context, claim: ClaimedDelivery): Promise<void> {
  await settle(context, claim, async (unit, delivery) => {
    await updateDelivery(unit.db, delivery, { status: 'dropped', live: false, maybePostedAt: null });
    await goOn(unit, delivery);
  });
}

/** Has the list's next page posted; the others follow one by one. */
export async function goOn({ db, jobs }: Unit, delivery: Delivery): Promise<void> {
  const next = (await listPages(db, delivery)).find(({ page }) => page > delivery.page);
  if (next) jobs.push(deliverJob(next.id, next.attempts));
}

/**
 * Gives a claim back to be tried again after a while. `doubtful`: the message may have been posted all the
 * same, so the next worker looks for it first.
 */
export async function retryDelivery(
  context: Context,
  claim: ClaimedDelivery,
  { afterMs, doubtful, failure }: { afterMs: number; doubtful: boolean; failure: string },
): Promise<void> {
  await settle(context, claim, async ({ db, now, jobs }, delivery) => {
    await updateDelivery(db, delivery, {
      status: 'planned',
      runAt: new Date(now.getTime() + afterMs),
      maybePostedAt: doubtful ? delivery.maybePostedAt : claim.doubtfulSince,
      failure,
    });
    jobs.push(deliverJob(delivery.id, delivery.attempts, afterMs));
  });
}

/** Runs `work` only while the delivery is still held by this very claim. */
export async function settle(
  context: Context,
  claim: ClaimedDelivery,
  work: (unit: Unit, delivery: Delivery) => Promise<void>,
): Promise<void> {
  await transact(context, async (unit) => {
    const delivery = await lockDelivery(unit.db, claim.id);
    if (delivery?.status !== 'claimed' || delivery.attempts !== claim.attempts) return;
    await work(unit, delivery);
  });
}
