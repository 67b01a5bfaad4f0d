import type { WebClient } from '@slack/web-api';
import type { BotDeps } from './bot-deps';
import { slackFailure } from './outcome';

/** Null where Slack gives no link, as in a conversation that the bot can't see: the text is there all the same. */
export async function permalinkOf(
  { logger }: Pick<BotDeps, 'logger'>,
  slack: WebClient,
  { channel, ts }: { channel: string; ts: string },
): Promise<string | null> {
  try {
    const { permalink } = await slack.chat.getPermalink({ channel, message_ts: ts });
    return permalink ?? null;
  } catch (error) {
    logger.info({ failure: slackFailure(error) }, 'a message has no permalink');
    return null;
  }
}
