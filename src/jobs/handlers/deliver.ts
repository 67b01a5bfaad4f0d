import type { WebClient } from '@slack/web-api';
import type { Message } from '../../slack/messages/message';
import { type SlackFailure, slackFailure } from '../../slack/outcome';
import { permalinkOf } from '../../slack/permalink';
import { findPosted, type Place, post } from '../../slack/poster';
import { type ClaimedDelivery, claimDelivery } from '../../usecases/claim-delivery';
import { notePermalink } from '../../usecases/consultation/note-permalink';
import { failDelivery } from '../../usecases/fail-delivery';
import { fillCards } from '../../usecases/fill-cards';
import { dropDelivery, recordSent, retryDelivery } from '../../usecases/settle-delivery';
import type { JobDeps } from './deps';
import { drawDelivery } from './draw-delivery';

/** How long an operator's mistake (token, scopes) is left alone before it is tried again, in milliseconds. */
const lockedMs = 5 * 60_000;

/** How long posting may take at most, in milliseconds. */
const postingMs = 10_000;

/** Posts one delivery: claim, draw from live data (a cover's cards also say only now who is on them), post, record. */
export async function deliver(deps: JobDeps, deliveryId: string): Promise<void> {
  const claim = await claimDelivery(deps.context(), deliveryId);
  if (!claim) return;
  const slack = await deps.slackFor(claim);
  try {
    const posted = await postedBefore(slack, claim);
    if (posted) return await settleSent(deps, claim, posted, claim.shownRevision);
  } catch (error) {
    return settleFailure(deps, claim, slackFailure(error), { doubtful: true });
  }
  await fillCards(deps.context(), claim);
  const message = await drawDelivery(deps, claim);
  if (!message) {
    await dropDelivery(deps.context(), claim);
    deps.metrics.deliveries.inc({ kind: claim.kind, outcome: 'dropped' });
    return;
  }
  await postNow(deps, slack, claim, message);
}

/** An earlier worker may have posted it and died before it could say so. */
async function postedBefore(slack: WebClient, claim: ClaimedDelivery): Promise<Place | null> {
  if (!claim.doubtfulSince) return null;
  return findPosted(slack, {
    recipient: claim.recipient,
    thread: claim.thread,
    deliveryId: claim.id,
    since: claim.doubtfulSince,
  });
}

async function postNow(
  deps: JobDeps,
  slack: WebClient,
  claim: ClaimedDelivery,
  message: Message,
): Promise<void> {
  // A worker that was slow so far may be taken for dead while it posts: then it leaves the message to the next.
  if (deps.context().now.getTime() + postingMs > claim.runAt.getTime()) return;
  let place: Place;
  try {
    place = await post(
      slack,
      { recipient: claim.recipient, thread: claim.thread, deliveryId: claim.id },
      message,
    );
  } catch (error) {
    const failure = slackFailure(error);
    return settleFailure(deps, claim, failure, { doubtful: failure.kind === 'doubtful' });
  }
  await settleSent(deps, claim, place, claim.wantedRevision);
}

async function settleSent(
  deps: JobDeps,
  claim: ClaimedDelivery,
  place: Place,
  shownRevision: number,
): Promise<void> {
  await recordSent(deps.context(), claim, place, shownRevision);
  if (claim.kind === 'consultation') await keepLink(deps, claim, place);
  deps.metrics.deliveries.inc({ kind: claim.kind, outcome: 'sent' });
}

/** Lists lead to a question's thread. Without the link they name it all the same. */
async function keepLink(
  deps: JobDeps,
  claim: ClaimedDelivery,
  { channelId: channel, ts }: Place,
): Promise<void> {
  const permalink = await permalinkOf(deps, await deps.slackFor(claim), { channel, ts });
  if (permalink !== null) await notePermalink(deps.context(), claim, permalink);
}

async function settleFailure(
  deps: JobDeps,
  claim: ClaimedDelivery,
  failure: SlackFailure,
  { doubtful }: { doubtful: boolean },
): Promise<void> {
  const code = failure.kind === 'rateLimited' ? 'ratelimited' : failure.code;
  deps.metrics.deliveries.inc({ kind: claim.kind, outcome: failure.kind });
  const about = { delivery: claim.id, kind: claim.kind, code };
  if (failure.kind === 'unreachable' || failure.kind === 'refused') {
    deps.logger.error(about, 'delivery refused by Slack');
    const unreachable = failure.kind === 'unreachable';
    return failDelivery(deps.context(), claim, { failure: code, unreachable });
  }
  if (failure.kind === 'locked') deps.logger.error(about, 'Slack accepts nothing from us: see "doctor"');
  else deps.logger.warn(about, 'delivery will be tried again');
  await retryDelivery(deps.context(), claim, { afterMs: waitFor(failure, claim), doubtful, failure: code });
}

/** 5 s, doubled with each attempt up to 5 min; Slack's own wish and an operator's mistake have their time. */
function waitFor(failure: SlackFailure, { attempts }: ClaimedDelivery): number {
  if (failure.kind === 'rateLimited') return failure.afterMs;
  if (failure.kind === 'locked') return lockedMs;
  return Math.min(5000 * 2 ** Math.min(attempts - 1, 6), lockedMs);
}
