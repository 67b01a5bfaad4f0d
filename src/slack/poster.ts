import type { WebClient } from '@slack/web-api';
import type { Message } from './messages/message';

export interface Place {
  channelId: string;
  ts: string;
}

const eventType = 'banso_delivery';

/** How many pages of a conversation are read to settle what became of one message: Slack gives as few as 15. */
const mostPages = 20;

/** Posts a message that carries its delivery's id, in a thread or by itself. */
export async function post(
  slack: WebClient,
  { recipient, thread, deliveryId }: { recipient: string; thread: Place | null; deliveryId: string },
  message: Message,
): Promise<Place> {
  const posted = await slack.chat.postMessage({
    ...message,
    channel: thread?.channelId ?? recipient,
    ...(thread ? { thread_ts: thread.ts } : {}),
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: eventType, event_payload: { delivery_id: deliveryId } },
  });
  if (!posted.channel || !posted.ts) throw new Error('chat.postMessage: answer: expected channel and ts');
  return { channelId: posted.channel, ts: posted.ts };
}

export async function redraw(slack: WebClient, place: Place, message: Message): Promise<void> {
  await slack.chat.update({ ...message, channel: place.channelId, ts: place.ts });
}

/**
 * Looks for a delivery that may have been posted, from an instant on: in its thread, else in the conversation
 * with its recipient. Null: it isn't there.
 * @throws {Error} when the conversation is too long to say so.
 */
export async function findPosted(
  slack: WebClient,
  { recipient, thread, deliveryId, since }: FindInput,
): Promise<Place | null> {
  const channelId = thread?.channelId ?? (await conversationWith(slack, recipient));
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const range = {
      channel: channelId,
      oldest: String(since.getTime() / 1000 - clockSkewSeconds),
      include_all_metadata: true,
      limit: 100,
      ...(cursor ? { cursor } : {}),
    };
    const answer = thread
      ? await slack.conversations.replies({ ...range, ts: thread.ts })
      : await slack.conversations.history(range);
    const found = answer.messages?.find((message) => deliveryOf(message.metadata) === deliveryId);
    if (found?.ts) return { channelId, ts: found.ts };
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return null;
  }
  throw new Error(`conversation ${channelId}: more than ${mostPages} pages since the post: expected an end`);
}

/** Our clock and Slack's need not agree to the second. */
const clockSkewSeconds = 60;

interface FindInput {
  recipient: string;
  thread: Place | null;
  deliveryId: string;
  since: Date;
}

function deliveryOf(metadata: unknown): string | null {
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return null;
  const payload = metadata.event_payload;
  if (typeof payload !== 'object' || payload === null || !('delivery_id' in payload)) return null;
  return typeof payload.delivery_id === 'string' ? payload.delivery_id : null;
}

async function conversationWith(slack: WebClient, recipient: string): Promise<string> {
  if (!/^[UW]/.test(recipient)) return recipient;
  const opened = await slack.conversations.open({ users: recipient });
  if (!opened.channel?.id) throw new Error('conversations.open: answer: expected a channel');
  return opened.channel.id;
}
