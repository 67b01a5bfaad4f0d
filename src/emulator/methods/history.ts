import { SlackError } from '../errors';
import { microsOf } from '../ids';
import { copy, type JsonObject } from '../json';
import type { Message } from '../state/records';
import { conversationScopes, flag, type Method, required } from './method';
import { page } from './paging';

/** `conversations.history`: newest first, without thread replies. */
export const conversationsHistory: Method = {
  token: 'bot',
  scopes: conversationScopes('history'),
  run: ({ world }, args) => {
    const channel = world.channels.joined(required(args, 'channel'));
    const inRange = world.messages.topLevel(channel.id).filter((message) => within(args, message.ts));
    return pageOf(inRange.reverse(), args);
  },
};

/** `conversations.replies`: the parent, then its replies, oldest first. */
export const conversationsReplies: Method = {
  token: 'bot',
  scopes: conversationScopes('history'),
  run: ({ world }, args) => {
    const channel = world.channels.joined(required(args, 'channel'));
    const asked = world.messages.find(channel.id, required(args, 'ts'));
    if (!asked) throw new SlackError('thread_not_found');
    const parentTs = asked.thread_ts ?? asked.ts;
    const thread = world.messages.thread(channel.id, parentTs);
    return pageOf(
      thread.filter((message) => message.ts === parentTs || within(args, message.ts)),
      args,
    );
  },
};

function within(args: JsonObject, ts: string): boolean {
  const at = microsOf(ts);
  const inclusive = flag(args, 'inclusive');
  const oldest = args.oldest === undefined ? -1 : microsOf(String(args.oldest));
  const latest = args.latest === undefined ? Number.POSITIVE_INFINITY : microsOf(String(args.latest));
  return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
}

function pageOf(messages: Message[], args: JsonObject): JsonObject {
  const { items, nextCursor } = page(messages, args);
  const shown = items.map((message) => shownMessage(message, flag(args, 'include_all_metadata')));
  return {
    messages: shown,
    has_more: nextCursor !== '',
    pin_count: 0,
    ...(nextCursor === '' ? {} : { response_metadata: { next_cursor: nextCursor } }),
  };
}

/** Metadata comes only on request. */
function shownMessage(message: Message, withMetadata: boolean): Message {
  const shown = copy(message);
  if (!withMetadata) delete shown.metadata;
  return shown;
}
