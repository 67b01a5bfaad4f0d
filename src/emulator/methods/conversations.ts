import { SlackError } from '../errors';
import type { JsonObject } from '../json';
import { BOT_USER_ID } from '../state/bot';
import type { Channel } from '../state/records';
import type { World } from '../state/world';
import { conversationScopes, flag, type Method, required } from './method';
import { page } from './paging';

export const conversationsInfo: Method = {
  token: 'bot',
  scopes: conversationScopes('read'),
  run: ({ world }, args) => {
    const channel = world.channels.visible(required(args, 'channel'));
    const count = flag(args, 'include_num_members') ? { num_members: channel.members.length } : {};
    return { channel: { ...channelObject(world, channel), ...count } };
  },
};

export const conversationsMembers: Method = {
  token: 'bot',
  scopes: conversationScopes('read'),
  run: ({ world }, args) => {
    const channel = world.channels.visible(required(args, 'channel'));
    const { items, nextCursor } = page(channel.members, args);
    return { members: items, response_metadata: { next_cursor: nextCursor } };
  },
};

const KINDS: Record<string, Channel['kind']> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
};

export const conversationsList: Method = {
  token: 'bot',
  // Each kind that is asked for needs its own scope; the first that lacks is the refusal.
  scopes: (args, world) => {
    const needed = kindsAsked(args).map(
      (kind) => ({ public: 'channels:read', private: 'groups:read', im: 'im:read' })[kind],
    );
    const lacking = needed.find((scope) => !world.scopes.includes(scope));
    return lacking ? [lacking] : [];
  },
  run: ({ world }, args) => {
    const kinds = kindsAsked(args);
    const seen = world.channels
      .all()
      .filter((channel) => kinds.includes(channel.kind))
      .filter((channel) => channel.kind === 'public' || world.channels.hasBot(channel))
      .filter((channel) => !(flag(args, 'exclude_archived') && channel.archived));
    const { items, nextCursor } = page(seen, args);
    const channels = items.map((channel) => channelObject(world, channel));
    return { channels, response_metadata: { next_cursor: nextCursor } };
  },
};

function kindsAsked(args: JsonObject): Channel['kind'][] {
  return String(args.types ?? 'public_channel')
    .split(',')
    .flatMap((type) => KINDS[type.trim()] ?? []);
}

/** `conversations.open` with one person: the direct conversation. */
export const conversationsOpen: Method = {
  token: 'bot',
  scopes: (args) => (String(args.users).includes(',') ? ['mpim:write'] : ['im:write']),
  run: ({ world }, args) => {
    const user = world.users.get(required(args, 'users'));
    if (user.deleted) throw new SlackError('user_disabled');
    if (user.isBot) throw new SlackError('cannot_dm_bot');
    const im = world.channels.openIm(user.id);
    return { channel: flag(args, 'return_im') ? channelObject(world, im) : { id: im.id } };
  },
};

function channelObject(world: World, channel: Channel): JsonObject {
  const { id, name, kind, archived } = channel;
  const base = { id, created: 0, is_archived: archived, is_im: kind === 'im', is_mpim: false };
  if (kind === 'im') {
    const other = channel.members.find((userId) => userId !== BOT_USER_ID);
    return { ...base, user: other, is_user_deleted: world.users.find(String(other))?.deleted ?? false };
  }
  return {
    ...base,
    name,
    name_normalized: name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_private: kind === 'private',
    is_member: world.channels.hasBot(channel),
    is_general: false,
    topic: { value: '' },
    purpose: { value: '' },
  };
}
