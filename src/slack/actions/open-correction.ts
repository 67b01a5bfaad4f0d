import { openCorrection } from '../../usecases/open-check-in';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { checkInModal } from '../modals/check-in/open';
import { openInTime } from '../modals/open-in-time';
import { type ButtonPress, pressedId } from './button';
import { placeOf } from './place';

/** "Correct": under an answer, or beside a learner's last check-ins while another one is logged, on her card, in her timeline. */
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
    const { how, ...place } = placeOf(body);
    const origin = { ...place, permalink: null };
    const content = opened.then((form) => checkInModal(deps, asker, form, origin));
    const triggerId = body.trigger_id;
    await openInTime(deps, client, { asker, triggerId, how, title: (t) => t.checkIn.correctTitle }, content);
  };
}
