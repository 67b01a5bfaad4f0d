import { planDeliveries } from '../db/deliveries';
import type { LocalDate } from '../domain/dates';
import { cardPages } from '../domain/paging';
import type { WorkspaceScope } from '../domain/scope';
import { deliverJob } from '../jobs/catalog';
import type { Unit } from './context';
import { pagesFor } from './plan-pages';

export interface Cards {
  dedupeKey: string;
  /** Who takes the learners over. */
  recipient: string;
  learnerIds: readonly string[];
  onDate: LocalDate;
  runAt: Date;
  /** The request that was accepted; null: taken without one. */
  requestId: string | null;
}

/**
 * Has somebody told what to know of learners whom she takes over, in one message with its thread, once. Without
 * learners: who they are is read when it is sent (fillCards).
 */
export async function planCards(
  { db, now, jobs }: Unit,
  { workspaceId }: WorkspaceScope,
  { dedupeKey, learnerIds, runAt, ...cards }: Cards,
): Promise<void> {
  const base = { workspaceId, kind: 'cover_cards' as const, ...cards, runAt, live: false, createdAt: now };
  const learners = learnerIds.map((learnerId) => ({ learnerId, dueOn: cards.onDate }));
  const pages = pagesFor(base, dedupeKey, learners, cardPages(learners.length));
  const root = await planDeliveries(db, pages.slice(0, 1));
  if (root.size === 0) return;
  await planDeliveries(db, pages.slice(1));
  // What is due later is found by the sweep.
  if (runAt <= now) for (const id of root) jobs.push(deliverJob(id, 0));
}
