import { claimDrawing, type Delivery, endDrawing } from '../db/deliveries';
import { refreshJob } from '../jobs/catalog';
import { type Context, transact } from './context';

/** A worker that takes longer than this for one drawing counts as dead, in milliseconds. */
export const drawingLeaseMs = 30_000;

/** Takes a posted list to draw it again; null when it shows everything or somebody is drawing it. */
export async function claimRedraw({ db, now }: Context, id: string): Promise<Delivery | null> {
  return claimDrawing(db, id, { now, abandonedBefore: new Date(now.getTime() - drawingLeaseMs) });
}

/**
 * Records that a list shows all that was known when it was claimed, and asks for more if more has happened. A
 * worker that was taken for dead changes nothing when it comes back.
 */
export async function recordRedraw(context: Context, claimed: Delivery): Promise<void> {
  await transact(context, async ({ db, jobs }) => {
    const list = await endDrawing(db, claimed, { shownRevision: claimed.wantedRevision });
    if (list?.live && list.wantedRevision > list.shownRevision) {
      jobs.push(refreshJob(claimed.id, list.shownRevision));
    }
  });
}

/** Gives a claimed list back, to be drawn by whoever claims it next. */
export async function giveBackRedraw({ db }: Context, list: Delivery): Promise<void> {
  await endDrawing(db, list, {});
}

/** Ends the life of a list whose message can't be changed any more. */
export async function endList({ db }: Context, list: Delivery): Promise<void> {
  await endDrawing(db, list, { live: false });
}
