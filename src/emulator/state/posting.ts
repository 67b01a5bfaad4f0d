import { copy } from '../json';
import { APP_ID, BOT_ID, BOT_USER_ID, SLACKBOT_USER_ID } from './bot';
import type { Block, Ephemeral, Message, Metadata, SlackFile } from './records';
import type { World } from './world';

/** What a message says. */
export interface Content {
  text: string;
  blocks?: Block[];
  attachments?: Record<string, unknown>[];
  metadata?: Metadata;
}

interface Post extends Content {
  user: string;
  threadTs?: string;
  broadcast?: boolean;
  files?: SlackFile[];
  /** Of what Slack writes itself. */
  subtype?: 'channel_join' | 'channel_leave';
}

/** Adds a message to a channel; the ts follows the emulator's clock. */
export function postMessage(world: World, channelId: string, post: Post): Message {
  const { user, threadTs, broadcast, ...content } = post;
  const message: Message = {
    type: 'message',
    ts: world.messages.nextTs(channelId, world.clock.now()),
    user,
    team: world.team.id,
    ...content,
  };
  if (user === BOT_USER_ID) Object.assign(message, { bot_id: BOT_ID, app_id: APP_ID });
  if (threadTs !== undefined) Object.assign(message, threadFields(world, channelId, threadTs));
  if (post.files) message.subtype = 'file_share';
  if (broadcast) message.subtype = 'thread_broadcast';
  world.messages.add(channelId, message);
  world.changes.emit({ kind: 'message', channel: channelId, message: copy(message) });
  return message;
}

/** A reply names the author of what it replies to. */
function threadFields(
  world: World,
  channelId: string,
  threadTs: string,
): Pick<Message, 'thread_ts' | 'parent_user_id'> {
  const parent = world.messages.find(channelId, threadTs);
  return { thread_ts: threadTs, ...(parent && { parent_user_id: parent.user }) };
}

/** Changes a message in place: its ts stays, and what `content` leaves out stays too. */
export function editMessage(
  world: World,
  channelId: string,
  message: Message,
  content: Partial<Content>,
): void {
  const previous = copy(message);
  Object.assign(message, content);
  const editedTs = world.messages.nextTs(channelId, world.clock.now());
  message.edited = { user: message.user, ts: editedTs };
  world.changes.emit({ kind: 'message', channel: channelId, message: copy(message), previous });
}

/**
 * Takes a message away. A parent with replies leaves a tombstone, which Slack tells as a change; the tombstone goes
 * with the last reply.
 */
export function deleteMessage(world: World, channelId: string, message: Message): void {
  if (message.ts === message.thread_ts && message.reply_count) {
    buryParent(world, channelId, message);
    return;
  }
  world.messages.remove(channelId, message.ts);
  world.changes.emit({ kind: 'message_deleted', channel: channelId, message: copy(message) });
  const parent = world.messages.find(channelId, message.thread_ts ?? '');
  if (parent?.subtype === 'tombstone' && !parent.reply_count) deleteMessage(world, channelId, parent);
}

function buryParent(world: World, channelId: string, message: Message): void {
  const previous = copy(message);
  for (const field of ['blocks', 'attachments', 'metadata', 'bot_id', 'app_id', 'edited'] as const) {
    delete message[field];
  }
  Object.assign(message, {
    subtype: 'tombstone',
    text: 'This message was deleted.',
    user: SLACKBOT_USER_ID,
    hidden: true,
  });
  world.changes.emit({ kind: 'message', channel: channelId, message: copy(message), previous });
}

/** Shows a message to one person only. */
export function postEphemeral(
  world: World,
  to: { channel: string; user: string; threadTs?: string | undefined },
  content: Pick<Content, 'text' | 'blocks'>,
): Ephemeral {
  const { threadTs, ...place } = to;
  const ts = world.messages.nextTs(to.channel, world.clock.now());
  const ephemeral: Ephemeral = { ...place, ts, ...content };
  if (threadTs !== undefined) ephemeral.thread_ts = threadTs;
  world.ephemerals.add(ephemeral);
  world.changes.emit({ kind: 'ephemeral', ephemeral: copy(ephemeral) });
  return ephemeral;
}

/** Changes in place what only one person sees. */
export function editEphemeral(
  world: World,
  ephemeral: Ephemeral,
  { text = ephemeral.text, blocks = ephemeral.blocks }: Partial<Content>,
): void {
  Object.assign(ephemeral, blocks ? { text, blocks } : { text });
  world.changes.emit({ kind: 'ephemeral', ephemeral: copy(ephemeral) });
}

/** Nothing happens when it isn't there any more. */
export function removeEphemeral(world: World, userId: string, ts: string): void {
  if (!world.ephemerals.find(userId, ts)) return;
  world.ephemerals.remove(userId, ts);
  world.changes.emit({ kind: 'ephemeral_deleted', user: userId, ts });
}
