import { SlackError } from '../errors';
import type { JsonObject } from '../json';
import { BOT_USER_ID } from '../state/bot';
import { deleteMessage, editMessage } from '../state/posting';
import type { Channel, Message } from '../state/records';
import type { World } from '../state/world';
import { contentOf } from './content';
import { type Method, required } from './method';

/** `chat.update`: the bot's own message; the ts stays, and what the call leaves out stays. */
export const chatUpdate: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  run: ({ world }, args) => {
    const { channel, message } = messageOf(world, args, 'ts');
    if (message.user !== BOT_USER_ID) throw new SlackError('cant_update_message');
    if (channel.archived) throw new SlackError('is_archived');
    const content = contentOf(args);
    const brings = content.text ?? content.blocks ?? content.attachments ?? content.metadata;
    if (brings === undefined) throw new SlackError('no_text');
    editMessage(world, channel.id, message, content);
    return { channel: channel.id, ts: message.ts, text: message.text, message };
  },
};

/** `chat.delete`: the bot's own message. */
export const chatDelete: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  run: ({ world }, args) => {
    const { channel, message } = messageOf(world, args, 'ts');
    if (message.user !== BOT_USER_ID) throw new SlackError('cant_delete_message');
    deleteMessage(world, channel.id, message);
    return { channel: channel.id, ts: message.ts };
  },
};

export const chatGetPermalink: Method = {
  token: 'bot',
  scopes: [],
  run: ({ world }, args) => {
    const { channel, message } = messageOf(world, args, 'message_ts');
    return { channel: channel.id, permalink: permalinkOf(world, channel.id, message) };
  },
};

function messageOf(world: World, args: JsonObject, tsName: string): { channel: Channel; message: Message } {
  const channel = world.channels.visible(required(args, 'channel'));
  const message = world.messages.find(channel.id, required(args, tsName));
  if (!message) throw new SlackError('message_not_found');
  return { channel, message };
}

function permalinkOf(world: World, channelId: string, { ts, thread_ts }: Message): string {
  const base = `https://${world.team.domain}.slack.com/archives/${channelId}/p${ts.replace('.', '')}`;
  const isReply = thread_ts !== undefined && thread_ts !== ts;
  return isReply ? `${base}?thread_ts=${thread_ts}&cid=${channelId}` : base;
}
