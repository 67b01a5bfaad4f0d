import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Asker } from './asker';
import { slackFailure } from './outcome';

interface Answer {
  text: string;
  blocks?: KnownBlock[];
}

/**
 * Tells one person something, seen by nobody else: in the conversation in which she acted, and in the thread there,
 * or, where the bot can't post there or there was none, in a direct message.
 */
export async function answerPrivately(
  slack: WebClient,
  { userId }: Asker,
  channelId: string | null,
  answer: Answer,
  threadTs: string | null = null,
): Promise<void> {
  const there = threadTs === null ? answer : { ...answer, thread_ts: threadTs };
  if (channelId !== null && (await answeredThere(slack, userId, channelId, there))) return;
  await slack.chat.postMessage({ channel: userId, ...answer });
}

async function answeredThere(
  slack: WebClient,
  user: string,
  channel: string,
  answer: Answer & { thread_ts?: string },
): Promise<boolean> {
  try {
    await slack.chat.postEphemeral({ channel, user, ...answer });
    return true;
  } catch (error) {
    if (slackFailure(error).kind === 'unreachable') return false;
    throw error;
  }
}
