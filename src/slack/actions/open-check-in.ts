import { openCheckIn, openCheckInFor } from '../../usecases/open-check-in';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { checkInModal } from '../modals/check-in/open';
import { openInTime } from '../modals/open-in-time';
import { type ButtonPress, pressedId } from './button';
import { placeOf } from './place';

/** "Check in" beside a learner in a reminder or on Home, and on her card. */
export function checkInFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const learnerId = pressedId(press);
    const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
    const opened = openCheckInFor(deps.context(), { ...viewer, learnerId, given: {} });
    const { how, ...place } = placeOf(body);
    const origin = { ...place, permalink: null };
    const content = opened.then((form) => checkInModal(deps, asker, form, origin));
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how, title: (t) => t.checkIn.title },
      content,
    );
  };
}

/** "Log a check-in" under the digest and on Home. */
export function newCheckIn(deps: BotDeps) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const channelId = body.channel?.id ?? null;
    const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
    const opened = openCheckIn(deps.context(), { ...viewer, channelId, name: '', given: {} });
    const origin = { channelId, permalink: null };
    const content = opened.then((form) => checkInModal(deps, asker, form, origin));
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how: 'open', title: (t) => t.checkIn.title },
      content,
    );
  };
}
