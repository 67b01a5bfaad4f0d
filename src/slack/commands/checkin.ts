import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { openCheckIn } from '../../usecases/open-check-in';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { checkInModal } from '../modals/check-in/open';
import { openInTime } from '../modals/open-in-time';

type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/checkin` and `/checkin name` */
export function checkInCommand(deps: BotDeps) {
  return async ({ ack, command, context, client }: Command): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { channel_id: channelId, text, trigger_id: triggerId } = command;
    const opened = openCheckIn(deps.context(), {
      workspaceId: asker.workspaceId,
      viewerId: asker.userId,
      channelId,
      name: text.trim(),
      given: {},
    });
    const origin = { channelId, permalink: null };
    const content = opened.then((form) => checkInModal(deps, asker, form, origin));
    await openInTime(deps, client, { asker, triggerId, how: 'open', title: (t) => t.checkIn.title }, content);
  };
}
