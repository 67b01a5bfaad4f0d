import { NotPossible } from '../errors';
import { copy } from '../json';
import { deleteMessage, editMessage, postMessage } from '../state/posting';
import type { Message, View } from '../state/records';
import type { World } from '../state/world';
import { actionTs, activeUser, channelOf, viewReference } from './payloads';
import type { Stage } from './stage';

/** Opens the app's Home tab. */
export async function openHome(stage: Stage, userId: string): Promise<View | undefined> {
  const { world, events } = stage;
  activeUser(world, userId);
  const view = world.views.home(userId);
  await events.emit(
    { subscription: 'app_home_opened' },
    {
      type: 'app_home_opened',
      user: userId,
      channel: world.channels.openIm(userId).id,
      tab: 'home',
      event_ts: actionTs(world),
      ...(view ? { view: viewReference(view) } : {}),
    },
  );
  return copy(world.views.home(userId));
}

/**
 * Posts as a person and waits until the app has acked the events of it. The text may be empty, as that of a message
 * which is a picture.
 */
export async function postAs(
  stage: Stage,
  userId: string,
  said: { channel: string; text: string; threadTs?: string },
): Promise<Message> {
  const { world, events } = stage;
  activeUser(world, userId);
  const channel = channelOf(world, userId, said.channel);
  if (channel.archived) throw new NotPossible(`${said.channel} is archived`);
  if (said.threadTs !== undefined && !world.messages.find(channel.id, said.threadTs)) {
    throw new NotPossible(`there is no thread ${said.threadTs} in ${said.channel}`);
  }
  const thread = said.threadTs === undefined ? {} : { threadTs: said.threadTs };
  const message = postMessage(world, channel.id, { text: said.text, user: userId, ...thread });
  await events.settled();
  return copy(message);
}

/** @throws NotPossible for a message that isn't there or is somebody else's, and for an empty text */
export async function editOwn(
  stage: Stage,
  userId: string,
  { channel, ts, text }: { channel: string; ts: string; text: string },
): Promise<void> {
  if (text.trim() === '') throw new NotPossible("Slack's client has an emptied message deleted, not saved");
  editMessage(stage.world, channel, ownMessage(stage.world, userId, { channel, ts }), { text });
  await stage.events.settled();
}

/** @throws NotPossible for a message that isn't there or is somebody else's */
export async function deleteOwn(
  stage: Stage,
  userId: string,
  at: { channel: string; ts: string },
): Promise<void> {
  deleteMessage(stage.world, at.channel, ownMessage(stage.world, userId, at));
  await stage.events.settled();
}

function ownMessage(world: World, userId: string, { channel, ts }: { channel: string; ts: string }): Message {
  const message = world.messages.find(channelOf(world, userId, channel).id, ts);
  if (message?.user !== userId) throw new NotPossible(`${userId} has no message ${ts} in ${channel}`);
  return message;
}
