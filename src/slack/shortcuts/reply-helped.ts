import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { markReply } from '../../usecases/consultation/mark-reply';
import { answerPrivately } from '../answer';
import { askerOf, textsFor } from '../asker';
import type { BotDeps } from '../bot-deps';
import { answer } from '../messages/answers';

type Shortcut = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

const inThread = z.object({ thread_ts: z.string().optional() });

/** "This helped" on a reply in a consultation's thread. */
export function replyHelpedShortcut(deps: BotDeps) {
  return async ({ ack, shortcut, context, client }: Shortcut): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { workspaceId, userId: markedBy } = asker;
    const { channel, message } = shortcut;
    const threadTs = inThread.parse(message).thread_ts ?? null;
    const place = { channelId: channel.id, ts: message.ts, threadTs };
    const isNew = await markReply(deps.context(), { workspaceId, markedBy, ...place });
    const t = await textsFor(deps, asker, client);
    const words = isNew ? t.replies.marked : t.replies.markedBefore;
    await answerPrivately(client, asker, channel.id, answer(words), threadTs);
  };
}
