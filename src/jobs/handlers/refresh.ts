import { claimDrawing, recordDrawing, updateDelivery } from '../../db/deliveries';
import { slackFailure } from '../../slack/outcome';
import { redraw } from '../../slack/poster';
import { refreshJob } from '../catalog';
import { RunAgainLater } from '../processor';
import type { JobDeps } from './deps';
import { drawDelivery } from './draw-delivery';

/** A worker that takes longer for one drawing counts as dead. */
const leaseMs = 30_000;

/** Draws a posted list again from live data, and once more if something happened meanwhile. */
export async function refresh(deps: JobDeps, deliveryId: string): Promise<void> {
  const { db, now, enqueue } = deps.context();
  const abandonedBefore = new Date(now.getTime() - leaseMs);
  const delivery = await claimDrawing(db, deliveryId, { now, abandonedBefore });
  if (!delivery?.channelId || !delivery.ts) return;
  const message = await drawDelivery(deps, delivery);
  const slack = await deps.slackFor(delivery);
  try {
    if (message) await redraw(slack, { channelId: delivery.channelId, ts: delivery.ts }, message);
  } catch (error) {
    return giveBack(deps, deliveryId, error);
  }
  const shown = await recordDrawing(db, deliveryId, delivery.wantedRevision);
  deps.metrics.deliveries.inc({ kind: delivery.kind, outcome: 'redrawn' });
  if (shown && shown.wantedRevision > shown.shownRevision) {
    await enqueue([refreshJob(deliveryId, shown.shownRevision)]);
  }
}

/** A message that Slack no longer lets us change has had its day; everything else is tried again. */
async function giveBack({ context, logger }: JobDeps, deliveryId: string, error: unknown): Promise<void> {
  const failure = slackFailure(error);
  const { db } = context();
  if (failure.kind === 'refused' || failure.kind === 'unreachable') {
    logger.warn({ delivery: deliveryId, code: failure.code }, "list can't be redrawn any more");
    await updateDelivery(db, deliveryId, { drawingSince: null, live: false });
    return;
  }
  await updateDelivery(db, deliveryId, { drawingSince: null });
  throw new RunAgainLater(failure.kind === 'rateLimited' ? failure.afterMs : leaseMs);
}
