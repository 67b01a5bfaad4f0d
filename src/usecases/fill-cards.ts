import { countCards } from '../db/cover-cards';
import { coveredLearners } from '../db/cover-requests';
import { listLearners, planDeliveries } from '../db/deliveries';
import { cardPages } from '../domain/paging';
import type { ClaimedDelivery } from './claim-delivery';
import type { Context } from './context';
import { pagesFor } from './plan-pages';
import { settle } from './settle-delivery';

/**
 * Puts on a cover's cards, as they are about to be sent, everyone for whom she acts now: since she agreed, learners may
 * have joined, or somebody else may have said no. Once filled, they stay as they are, however often it is tried to send
 * them.
 */
export async function fillCards(context: Context, claim: ClaimedDelivery): Promise<void> {
  const { kind, requestId, page } = claim;
  if (kind !== 'cover_cards' || requestId === null || page > 0) return;
  await settle(context, claim, async ({ db, now }, delivery) => {
    if ((await countCards(db, delivery, [delivery.id])) > 0) return;
    const { id, workspaceId, recipient, onDate, dedupeKey } = delivery;
    const covered = await coveredLearners(db, delivery, requestId);
    const learners = covered.map((learner) => ({ learnerId: learner.id, dueOn: onDate }));
    const base = { workspaceId, kind, recipient, requestId, onDate, live: false, runAt: now, createdAt: now };
    const pages = pagesFor(base, dedupeKey, learners, cardPages(learners.length), id);
    await listLearners(db, pages.slice(0, 1));
    await planDeliveries(db, pages.slice(1));
  });
}
