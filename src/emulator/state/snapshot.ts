import { copy } from '../json';
import type { Channel, Message, User, View } from './records';
import type { World } from './world';

/** Everything worth keeping between two starts; open modals and triggers are not. */
export interface Snapshot {
  version: 1;
  users: User[];
  channels: Channel[];
  messages: Record<string, Message[]>;
  homes: Record<string, View>;
}

/** The state as plain JSON. */
export function takeSnapshot(world: World): Snapshot {
  const channels = world.channels.all();
  const messages = channels.map(({ id }): [string, Message[]] => [id, [...world.messages.in(id)]]);
  return copy({
    version: 1,
    users: world.users.all(),
    channels,
    messages: Object.fromEntries(messages),
    homes: Object.fromEntries(world.views.homes()),
  });
}

/** Puts a snapshot's people, channels, messages and homes in place of the seed's. */
export function restoreSnapshot(world: World, snapshot: Snapshot): void {
  const { users, channels, messages, homes } = copy(snapshot);
  for (const user of users) world.users.add(user);
  for (const channel of channels) world.channels.add(channel);
  for (const [channelId, kept] of Object.entries(messages)) world.messages.restore(channelId, kept);
  for (const [userId, view] of Object.entries(homes)) world.views.setHome(userId, view);
}
