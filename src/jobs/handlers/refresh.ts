import type { Delivery } from '../../db/deliveries';
import { slackFailure } from '../../slack/outcome';
import { redraw } from '../../slack/poster';
import {
  claimRedraw,
  drawingLeaseMs,
  endList,
  giveBackRedraw,
  recordRedraw,
} from '../../usecases/redraw-list';
import { RunAgainLater } from '../processor';
import type { JobDeps } from './deps';
import { drawDelivery } from './draw-delivery';

/** Draws a posted list again from live data, and once more if something happened meanwhile. */
export async function refresh(deps: JobDeps, deliveryId: string): Promise<void> {
  const list = await claimRedraw(deps.context(), deliveryId);
  if (!list?.channelId || !list.ts) return;
  const message = await drawDelivery(deps, list);
  const slack = await deps.slackFor(list);
  try {
    if (message) await redraw(slack, { channelId: list.channelId, ts: list.ts }, message);
  } catch (error) {
    return giveBack(deps, list, error);
  }
  await recordRedraw(deps.context(), list);
  deps.metrics.deliveries.inc({ kind: list.kind, outcome: 'redrawn' });
}

/** A message that Slack no longer lets us change has had its day; everything else is tried again. */
async function giveBack({ context, logger }: JobDeps, list: Delivery, error: unknown): Promise<void> {
  const failure = slackFailure(error);
  if (failure.kind === 'refused' || failure.kind === 'unreachable') {
    logger.warn({ delivery: list.id, code: failure.code }, "list can't be drawn again");
    return endList(context(), list);
  }
  await giveBackRedraw(context(), list);
  throw new RunAgainLater(failure.kind === 'rateLimited' ? failure.afterMs : drawingLeaseMs);
}
