import { SlackError } from '../errors';
import type { JsonObject } from '../json';
import { BOT_USER_ID } from '../state/bot';
import { postEphemeral, postMessage } from '../state/posting';
import type { Channel } from '../state/records';
import type { World } from '../state/world';
import { fullContentOf } from './content';
import { flag, type Method, required } from './method';

/** `chat.postMessage`. A user id as channel means the direct conversation. */
export const chatPostMessage: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  run: ({ world }, args) => {
    const channel = writableChannel(world, required(args, 'channel'));
    const content = fullContentOf(args);
    const threadTs = threadOf(world, channel, args);
    const message = postMessage(world, channel.id, {
      ...content,
      user: BOT_USER_ID,
      ...(threadTs === undefined ? {} : { threadTs, broadcast: flag(args, 'reply_broadcast') }),
    });
    return { channel: channel.id, ts: message.ts, message };
  },
};

/** `chat.postEphemeral`: to somebody who is in the channel. */
export const chatPostEphemeral: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  run: ({ world }, args) => {
    const channel = writableChannel(world, required(args, 'channel'));
    const user = required(args, 'user');
    if (!channel.members.includes(user)) throw new SlackError('user_not_in_channel');
    const { text, blocks } = fullContentOf(args);
    const threadTs = threadOf(world, channel, args);
    const place = { channel: channel.id, user, threadTs };
    return { message_ts: postEphemeral(world, place, blocks ? { text, blocks } : { text }).ts };
  },
};

/**
 * Where the bot may write: its channels, public ones too with `chat:write.public`, and people who are not
 * deactivated.
 */
function writableChannel(world: World, id: string): Channel {
  const isPerson = /^[UW]/.test(id);
  if (isPerson && !world.users.find(id)) throw new SlackError('channel_not_found');
  const channel = isPerson ? world.channels.openIm(id) : world.channels.visible(id);
  if (channel.archived) throw new SlackError('is_archived');
  if (channel.kind === 'im') return assertReachable(world, channel);
  const mayWrite = world.channels.hasBot(channel) || world.scopes.includes('chat:write.public');
  if (!mayWrite) throw new SlackError('not_in_channel');
  return channel;
}

function assertReachable(world: World, im: Channel): Channel {
  const gone = im.members.some((userId) => world.users.find(userId)?.deleted);
  if (gone) throw new SlackError('account_inactive');
  return im;
}

function threadOf(world: World, channel: Channel, args: JsonObject): string | undefined {
  if (args.thread_ts === undefined) return undefined;
  const parent = world.messages.find(channel.id, String(args.thread_ts));
  if (!parent) throw new SlackError('thread_not_found');
  return parent.thread_ts ?? parent.ts;
}
