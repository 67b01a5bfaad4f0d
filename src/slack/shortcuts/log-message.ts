import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { truncate } from '../../domain/text';
import { openCheckIn } from '../../usecases/open-check-in';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { checkInModal } from '../modals/check-in/open';
import { longest } from '../modals/limits';
import { openInTime } from '../modals/open-in-time';
import { slackFailure } from '../outcome';

type Shortcut = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** "Log as check-in" on any message: the modal with its text as the note, and a link back to it. */
export function logMessageShortcut(deps: BotDeps) {
  return async ({ ack, shortcut, context, client }: Shortcut): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const { channel, message, trigger_id: triggerId } = shortcut;
    const opened = openCheckIn(deps.context(), {
      workspaceId,
      viewerId,
      channelId: channel.id,
      name: '',
      given: { note: truncate(message.text ?? '', longest.note) },
    });
    const link = linkTo(deps, client, channel.id, message.ts);
    const content = Promise.all([opened, link]).then(([form, permalink]) =>
      checkInModal(deps, asker, form, { channelId: channel.id, permalink }),
    );
    await openInTime(deps, client, { asker, triggerId, how: 'open', title: (t) => t.checkIn.title }, content);
  };
}

/** Null where Slack gives no link, as in a conversation that the bot can't see: the text is there all the same. */
async function linkTo(
  { logger }: BotDeps,
  slack: WebClient,
  channel: string,
  ts: string,
): Promise<string | null> {
  try {
    const { permalink } = await slack.chat.getPermalink({ channel, message_ts: ts });
    return permalink ?? null;
  } catch (error) {
    logger.info({ failure: slackFailure(error) }, 'message shortcut: no permalink');
    return null;
  }
}
