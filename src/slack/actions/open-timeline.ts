import { UserError } from '../../errors';
import { messagesFor } from '../../i18n';
import { openTimeline } from '../../usecases/open-timeline';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { decodeCardMeta } from '../modals/card/meta';
import { openInTime } from '../modals/open-in-time';
import { decodeKey } from '../modals/timeline/key';
import { timelineView } from '../modals/timeline/view';
import { updateIfOpen } from '../modals/update-if-open';
import { type ButtonPress, pressedId } from './button';
import { placeOf } from './place';

/** "Timeline" on a learner's card. */
export function timelineFromCard(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const learnerId = pressedId(press);
    const { how, channelId } = placeOf(body);
    const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
    const range = { towards: 'past', from: null } as const;
    const content = openTimeline(deps.context(), { ...viewer, learnerId, range }).then((page) => {
      const { locale } = page;
      return timelineView(page, messagesFor(locale), { locale, channelId, learnerId });
    });
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how, title: (t) => t.timeline.title },
      content,
    );
  };
}

/** "Older" and "Newer" under a page of the timeline. */
export function turnTimeline(deps: BotDeps, towards: 'past' | 'now') {
  return async ({ ack, action, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const { workspaceId, userId: viewerId } = askerOf(context);
    const meta = decodeCardMeta(body.view?.private_metadata ?? '');
    if (!body.view || !meta?.learnerId) throw new UserError('viewExpired');
    const range = { towards, from: decodeKey(action.value) };
    const asked = { workspaceId, viewerId, learnerId: meta.learnerId, range };
    const page = await openTimeline(deps.context(), asked);
    await updateIfOpen(client, body.view.id, timelineView(page, messagesFor(page.locale), meta));
  };
}
