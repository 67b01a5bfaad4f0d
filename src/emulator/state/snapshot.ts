import { copy, objectsIn } from '../json';
import type { Files, KeptFile } from './files';
import type { Channel, Message, StateValues, User, View } from './records';
import type { World } from './world';

/** Everything worth keeping between two starts; triggers, response urls and ephemeral messages are not. */
export interface Snapshot {
  version: 1;
  users: User[];
  channels: Channel[];
  messages: Record<string, Message[]>;
  homes: Record<string, View>;
  /** Everybody's open modals with what is typed in them; missing in what an older emulator kept. */
  modals?: Record<string, View[]>;
  /** The newest uploaded files, up to 2 MB together; missing in what an older emulator kept. */
  files?: KeptFile[];
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
    modals: Object.fromEntries(world.views.stacks()),
    files: world.files.kept(),
  });
}

/** Puts a snapshot's people, channels, messages and views in place of the seed's. */
export function restoreSnapshot(world: World, snapshot: Snapshot): void {
  const { users, channels, messages, homes, modals = {}, files = [] } = copy(snapshot);
  for (const user of users) world.users.add(user);
  for (const channel of channels) world.channels.add(channel);
  for (const [userId, view] of Object.entries(homes)) world.views.setHome(userId, view);
  for (const file of files) world.files.restore(file);
  for (const [channelId, kept] of Object.entries(messages)) {
    world.messages.restore(
      channelId,
      kept.map((message) => ({ ...message, ...attachedTo(message, world.files) })),
    );
  }
  for (const [userId, stack] of Object.entries(modals)) {
    const current = stack.map((view) => ({
      ...view,
      state: { values: withCurrentFiles(view.state.values, world.files) },
    }));
    world.views.restore(userId, current);
  }
}

/** Files at their addresses of this start; one that was too large to keep is no longer chosen. */
function withCurrentFiles(values: StateValues, files: Files): StateValues {
  const byAction = (actions: StateValues[string]) =>
    mapValues(actions, (value) => {
      if (value.type !== 'file_input') return value;
      return { ...value, files: objectsIn(value.files).flatMap(({ id }) => files.find(String(id)) ?? []) };
    });
  return mapValues(values, byAction);
}

/** A message's files at their addresses of this start. */
function attachedTo(message: Message, kept: Files): Pick<Message, 'files'> {
  if (!message.files) return {};
  return { files: message.files.map((file) => kept.find(file.id) ?? file) };
}

function mapValues<T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
