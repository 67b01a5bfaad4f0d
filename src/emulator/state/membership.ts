import { copy } from '../json';
import { SLACKBOT_USER_ID } from './bot';
import { postMessage } from './posting';
import type { Channel } from './records';
import type { World } from './world';

/** Changes who is in a channel, or whether it is archived, and tells of it. Default: an admin does it, from outside. */
export function changeChannel(
  world: World,
  channel: Channel,
  change: Partial<Pick<Channel, 'members' | 'archived'>>,
  by: string = SLACKBOT_USER_ID,
): void {
  const previous = copy(channel);
  Object.assign(channel, change);
  world.changes.emit({ kind: 'channel', channel: copy(channel), previous, by });
}

/** Takes somebody into a channel, with the line that Slack writes there. Nothing happens when she is in it. */
export function bringIn(world: World, channel: Channel, userId: string, by: string): void {
  if (channel.members.includes(userId)) return;
  changeChannel(world, channel, { members: [...channel.members, userId] }, by);
  const text = `<@${userId}> has joined the channel`;
  postMessage(world, channel.id, { text, user: userId, subtype: 'channel_join' });
}

/** Takes somebody out of a channel, with the line that Slack writes there. Nothing happens when she isn't in it. */
export function takeOut(world: World, channel: Channel, userId: string, by: string): void {
  if (!channel.members.includes(userId)) return;
  const text = `<@${userId}> has left the channel`;
  changeChannel(world, channel, { members: channel.members.filter((it) => it !== userId) }, by);
  postMessage(world, channel.id, { text, user: userId, subtype: 'channel_leave' });
}
