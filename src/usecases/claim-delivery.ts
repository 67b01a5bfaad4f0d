import type { Queryable } from '../db/client';
import {
  type Delivery,
  findThread,
  type ListPage,
  listPages,
  lockDelivery,
  updateDelivery,
} from '../db/deliveries';
import { findMember } from '../db/members';
import { findProgram } from '../db/programs';
import { localDateAt } from '../domain/dates';
import { type Context, transact } from './context';

/**
 * How long a worker may take for one delivery, in milliseconds: well over the time-out of all its calls to
 * Slack. After that the worker counts as dead and another one settles what became of the message.
 */
export const leaseMs = 60_000;

export interface ClaimedDelivery extends Delivery {
  /** The message in whose thread it goes; null: it stands by itself. */
  thread: { channelId: string; ts: string } | null;
  /** An earlier claim may have posted it without recording so: look for it from this instant on. */
  doubtfulSince: Date | null;
}

/**
 * Takes a delivery for posting: only when it is planned and its time has come, or when whoever took it before
 * is gone. Of two that claim at once, one gets it. A further page waits for those before it, so that they stand
 * in the thread in order, and what goes into the thread of another list waits for that. Null: there is nothing to do
 * (now).
 */
export async function claimDelivery(context: Context, id: string): Promise<ClaimedDelivery | null> {
  return transact(context, async ({ db, now }) => {
    const delivery = await lockDelivery(db, id);
    if (!delivery || delivery.runAt > now || !isUnderWay(delivery)) return null;
    const before = await pagesBefore(db, delivery);
    const [parent = null] = before;
    const threadOf = await findThread(db, delivery);
    if ([parent, threadOf].some(isUnderWay)) return null;
    if ((parent && parent.status !== 'sent') || (await isPast(db, delivery, now))) {
      await updateDelivery(db, delivery, { status: 'dropped', live: false });
      return null;
    }
    if (before.some(isUnderWay)) return null;
    const claim = {
      status: 'claimed' as const,
      claimedAt: now,
      runAt: new Date(now.getTime() + leaseMs),
      attempts: delivery.attempts + 1,
      maybePostedAt: delivery.maybePostedAt ?? now,
    };
    await updateDelivery(db, delivery, claim);
    // Slack's threads are flat: the pages of a list that is a reply itself reply to the same message.
    const thread = placeOf(threadOf) ?? placeOf(parent);
    return { ...delivery, ...claim, thread, doubtfulSince: delivery.maybePostedAt };
  });
}

/** The list's pages before this one, the message itself first. */
async function pagesBefore(db: Queryable, delivery: Delivery): Promise<ListPage[]> {
  if (!delivery.parentId) return [];
  return (await listPages(db, delivery)).filter(({ page }) => page < delivery.page);
}

function isUnderWay(delivery: Pick<Delivery, 'status'> | null): boolean {
  return delivery?.status === 'planned' || delivery?.status === 'claimed';
}

/** Null as well for what was never posted. */
function placeOf(message: Pick<Delivery, 'channelId' | 'ts'> | null): ClaimedDelivery['thread'] {
  return message?.channelId && message.ts ? { channelId: message.channelId, ts: message.ts } : null;
}

/** What is about one day only. */
const dayLists: ReadonlySet<Delivery['kind']> = new Set(['reminder', 'second_look', 'digest', 'escalation']);

/** A list of a day that is over is no news any more: the next one is current. */
async function isPast(db: Queryable, delivery: Delivery, now: Date): Promise<boolean> {
  if (!dayLists.has(delivery.kind)) return false;
  const zone = await zoneOf(db, delivery);
  return zone !== null && delivery.onDate < localDateAt(now, zone);
}

async function zoneOf(db: Queryable, delivery: Delivery): Promise<string | null> {
  if (delivery.programId) {
    const { workspaceId, programId } = delivery;
    return (await findProgram(db, { workspaceId, programId }))?.zone ?? null;
  }
  return (await findMember(db, delivery, delivery.recipient))?.zone ?? null;
}
