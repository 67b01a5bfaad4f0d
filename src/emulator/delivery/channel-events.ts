import type { JsonObject } from '../json';
import { BOT_USER_ID } from '../state/bot';
import type { Change } from '../state/changes';
import type { Channel } from '../state/records';
import type { World } from '../state/world';
import type { EventKind, Events } from './events';

type ChannelChange = Extract<Change, { kind: 'channel' }>;

interface Told {
  type: string;
  fields: JsonObject;
}

/** Turns who comes into a channel and goes from it, and its archiving, into events for the channels the bot is or was in. */
export function forwardChannels(world: World, events: Events): () => void {
  return world.changes.on((change) => {
    if (change.kind !== 'channel') return;
    const { channel, previous } = change;
    if (![channel, previous].some((it) => world.channels.hasBot(it))) return;
    for (const { type, fields } of toldOf(world, change)) {
      const kind: EventKind = { subscription: type, scope: scopeOf(channel) };
      const event_ts = world.messages.nextTs(channel.id, world.clock.now());
      void events.emit(kind, { type, channel: channel.id, ...fields, event_ts });
    }
  });
}

function scopeOf({ kind }: Channel): string {
  return kind === 'private' ? 'groups:read' : 'channels:read';
}

function toldOf(world: World, { channel, previous, by }: ChannelChange): Told[] {
  const old = channel.kind === 'private' ? 'group' : 'channel';
  const missingFrom = (one: Channel, other: Channel) =>
    one.members.filter((userId) => !other.members.includes(userId));
  const left = missingFrom(previous, channel);
  // Whoever comes and goes in a channel that the bot is out of is nobody it is told of.
  const shown = world.channels.hasBot(channel) ? left : left.filter((userId) => userId === BOT_USER_ID);
  const member = (user: string): JsonObject => ({ user, channel_type: 'C', team: world.team.id });
  const archived = channel.archived !== previous.archived;
  return [
    ...missingFrom(channel, previous).map((user) => ({
      type: 'member_joined_channel',
      fields: { ...member(user), ...(by !== user && { inviter: by }) },
    })),
    ...(left.includes(BOT_USER_ID) ? [{ type: `${old}_left`, fields: { actor_id: by } }] : []),
    ...shown.map((user) => ({ type: 'member_left_channel', fields: member(user) })),
    ...(archived
      ? [{ type: `${old}_${channel.archived ? 'archive' : 'unarchive'}`, fields: { user: by } }]
      : []),
  ];
}
