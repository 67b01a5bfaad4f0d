import type { JsonObject } from '../json';
import type { Change } from '../state/changes';
import type { Channel, Message } from '../state/records';
import type { World } from '../state/world';
import type { EventKind, Events } from './events';

const KINDS: Record<Channel['kind'], EventKind & { channelType: string }> = {
  public: { subscription: 'message.channels', scope: 'channels:history', channelType: 'channel' },
  private: { subscription: 'message.groups', scope: 'groups:history', channelType: 'group' },
  im: { subscription: 'message.im', scope: 'im:history', channelType: 'im' },
};

/** Turns changes of messages into `message` events for the channels the bot is in. */
export function forwardMessages(world: World, events: Events): () => void {
  return world.changes.on((change) => {
    if (change.kind !== 'message' && change.kind !== 'message_deleted') return;
    const channel = world.channels.find(change.channel);
    if (!channel || !world.channels.hasBot(channel)) return;
    const { channelType, ...kind } = KINDS[channel.kind];
    const place = { channel: channel.id, channel_type: channelType };
    void events.emit(kind, { ...eventOf(world, change), ...place });
  });
}

function eventOf(world: World, change: Extract<Change, { kind: 'message' | 'message_deleted' }>): JsonObject {
  const { message } = change;
  if (change.kind === 'message' && !change.previous) {
    return { ...message, ...rootOf(world, change.channel, message), event_ts: message.ts };
  }
  const ts = world.messages.nextTs(change.channel, world.clock.now());
  const base = { type: 'message', hidden: true, ts, event_ts: ts };
  return change.kind === 'message'
    ? { ...base, subtype: 'message_changed', message, previous_message: change.previous }
    : { ...base, subtype: 'message_deleted', deleted_ts: message.ts, previous_message: message };
}

/** What is also sent to the channel names there what it replies to. */
function rootOf(world: World, channelId: string, { subtype, thread_ts }: Message): JsonObject {
  if (subtype !== 'thread_broadcast' || thread_ts === undefined) return {};
  return { root: world.messages.find(channelId, thread_ts) };
}
