import { NotPossible } from '../errors';
import { copy } from '../json';
import { postMessage } from '../state/posting';
import type { Message, View } from '../state/records';
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

/** Posts as a person and waits until the app has acked the events of it. */
export async function postAs(
  stage: Stage,
  userId: string,
  said: { channel: string; text: string; threadTs?: string },
): Promise<Message> {
  const { world, events } = stage;
  activeUser(world, userId);
  const channel = channelOf(world, userId, said.channel);
  if (said.threadTs !== undefined && !world.messages.find(channel.id, said.threadTs)) {
    throw new NotPossible(`there is no thread ${said.threadTs} in ${said.channel}`);
  }
  const thread = said.threadTs === undefined ? {} : { threadTs: said.threadTs };
  const message = postMessage(world, channel.id, { text: said.text, user: userId, ...thread });
  await events.settled();
  return copy(message);
}
