import { NotPossible } from '../errors';
import { copy } from '../json';
import { BOT_USER_ID } from '../state/bot';
import { bringIn, type takeOut } from '../state/membership';
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

export interface PostOptions {
  threadTs?: string;
  /** "Also send to channel", of a reply. */
  broadcast?: boolean;
  /** Ids of uploaded files. */
  files?: readonly string[];
}

/**
 * Posts as a person and waits until the app has acked the events of it. The text may be empty, as that of a message
 * which is a picture.
 */
export async function postAs(
  stage: Stage,
  userId: string,
  said: { channel: string; text: string } & PostOptions,
): Promise<Message> {
  const { world, events } = stage;
  activeUser(world, userId);
  const channel = channelOf(world, userId, said.channel);
  if (channel.archived) throw new NotPossible(`${said.channel} is archived`);
  if (said.threadTs !== undefined && !world.messages.find(channel.id, said.threadTs)) {
    throw new NotPossible(`there is no thread ${said.threadTs} in ${said.channel}`);
  }
  if (said.broadcast && said.threadTs === undefined)
    throw new NotPossible('only a reply is also sent to the channel');
  const message = postMessage(world, channel.id, {
    text: said.text,
    user: userId,
    ...partsOf(stage, userId, said),
  });
  await events.settled();
  return copy(message);
}

function partsOf(
  { world }: Stage,
  userId: string,
  { threadTs, broadcast, files: fileIds = [] }: PostOptions,
): Partial<Parameters<typeof postMessage>[2]> {
  const files = world.files.of(userId).filter(({ id }) => fileIds.includes(id));
  if (files.length < fileIds.length) throw new NotPossible(`${userId} has uploaded no such file`);
  return {
    ...(threadTs !== undefined && { threadTs }),
    ...(broadcast && { broadcast }),
    ...(files.length > 0 && { files: copy(files) }),
  };
}

/** Takes the bot out of a channel that the person is in, as `/remove` does, or brings it (back) in, as `/invite` does. */
export async function moveBot(
  { world, events }: Stage,
  userId: string,
  channelId: string,
  move: typeof bringIn | typeof takeOut,
): Promise<void> {
  activeUser(world, userId);
  move(world, channelOf(world, userId, channelId), BOT_USER_ID, userId);
  await events.settled();
}

/** Comes into a public channel. */
export async function joinChannel(
  { world, events }: Stage,
  userId: string,
  channelId: string,
): Promise<void> {
  const channel = world.channels.find(channelId);
  if (channel?.kind !== 'public') throw new NotPossible(`${userId} finds no channel ${channelId}`);
  bringIn(world, channel, activeUser(world, userId).id, userId);
  await events.settled();
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
