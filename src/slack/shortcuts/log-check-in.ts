import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { openCheckIn } from '../../usecases/open-check-in';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { checkInModal } from '../modals/check-in/open';
import { openInTime } from '../modals/open-in-time';

type Shortcut = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** "Log a check-in" from anywhere in Slack. */
export function logCheckInShortcut(deps: BotDeps) {
  return async ({ ack, shortcut, context, client }: Shortcut): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const opened = openCheckIn(deps.context(), {
      workspaceId,
      viewerId,
      channelId: null,
      name: '',
      given: {},
    });
    const origin = { channelId: null, permalink: null };
    const content = opened.then((form) => checkInModal(deps, asker, form, origin));
    await openInTime(
      deps,
      client,
      { asker, triggerId: shortcut.trigger_id, how: 'open', title: (t) => t.checkIn.title },
      content,
    );
  };
}
