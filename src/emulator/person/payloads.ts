import { NotPossible } from '../errors';
import { imIdOf } from '../ids';
import { copy, type JsonObject } from '../json';
import { APP_ID } from '../state/bot';
import type { Channel, User, View } from '../state/records';
import type { World } from '../state/world';

const VERIFICATION_TOKEN = 'verification-token';

/** A person who can act. @throws NotPossible for somebody unknown or deactivated */
export function activeUser(world: World, userId: string): User {
  const user = world.users.find(userId);
  if (!user || user.deleted) throw new NotPossible(`${userId} is no active person of this workspace`);
  return user;
}

/** A channel that the person sees; their direct conversation with the app is always there. */
export function channelOf(world: World, userId: string, channelId: string): Channel {
  const isOwnIm = channelId === imIdOf(userId);
  const channel = isOwnIm ? world.channels.openIm(userId) : world.channels.find(channelId);
  if (!channel?.members.includes(userId))
    throw new NotPossible(`${userId} is not in the channel ${channelId}`);
  return channel;
}

/** What all interaction payloads share. */
export function interactionBase(world: World, userId: string): JsonObject {
  const { id, name } = activeUser(world, userId);
  return {
    team: { id: world.team.id, domain: world.team.domain },
    user: { id, username: name, name, team_id: world.team.id },
    api_app_id: APP_ID,
    token: VERIFICATION_TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A slash command's form fields. */
export function commandFields(
  world: World,
  invocation: { userId: string; channel: Channel; command: string; text: string },
): JsonObject {
  const { userId, channel, command, text } = invocation;
  return {
    token: VERIFICATION_TOKEN,
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'private' ? 'privategroup' : channel.name,
    user_id: userId,
    user_name: activeUser(world, userId).name,
    command,
    text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
  };
}

export function channelReference({ id, name }: Channel): JsonObject {
  return { id, name };
}

/** A view as it goes into a payload. */
export function viewReference(view: View): JsonObject {
  return { ...copy(view) };
}

/** The instant as an action_ts. */
export function actionTs(world: World): string {
  return tsOf(world.clock.now().getTime());
}

/** An instant in milliseconds as Slack writes one. */
export function tsOf(ms: number): string {
  return `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}000`;
}
