import { openCorrection } from '../../usecases/open-check-in';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { decodeCheckInMeta } from '../modals/check-in/meta';
import { checkInModal } from '../modals/check-in/open';
import { openInTime } from '../modals/open-in-time';
import { type ButtonPress, pressedId } from './button';

/** "Correct": under an answer, or beside a learner's last check-ins while another one is logged. */
export function correctionFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const opened = openCorrection(deps.context(), {
      workspaceId: asker.workspaceId,
      viewerId: asker.userId,
      checkInId: pressedId(press),
    });
    // In a modal's history, the answer belongs where that modal was opened.
    const below = body.view && decodeCheckInMeta(body.view.private_metadata);
    const channelId = body.channel?.id ?? below?.channelId ?? null;
    const origin = { channelId, permalink: null };
    const content = opened.then((form) => checkInModal(deps, asker, form, origin));
    const how = body.view ? 'push' : 'open';
    const triggerId = body.trigger_id;
    await openInTime(deps, client, { asker, triggerId, how, title: (t) => t.checkIn.correctTitle }, content);
  };
}
