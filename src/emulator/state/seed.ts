import type { Manifest } from '../manifest';
import { BOT_USER_ID } from './bot';
import type { Channel, Team, User } from './records';

/** A workspace to start with. Fields beyond these are ignored. */
export interface WorkspaceSeed {
  team: Team;
  users: {
    id: string;
    name: string;
    tz: string;
    locale: string;
    guest?: boolean | undefined;
    teamId?: string | undefined;
  }[];
  /** `members`: the word `all` means every user and the bot; a list means exactly those. */
  channels: { id: string; name: string; private?: boolean | undefined; members: string | string[] }[];
}

export function seedUsers(seed: WorkspaceSeed, manifest: Manifest): User[] {
  const people = seed.users.map(({ id, name, tz, locale, guest, teamId }) => ({
    id,
    name,
    tz,
    locale,
    deleted: false,
    isBot: false,
    ...(guest && { guest }),
    ...(teamId && { teamId }),
  }));
  const botName = manifest.features?.bot_user?.display_name ?? manifest.display_information.name;
  const bot = {
    id: BOT_USER_ID,
    name: botName,
    tz: 'Etc/UTC',
    locale: 'en-US',
    deleted: false,
    isBot: true,
  };
  return [...people, bot];
}

export function seedChannels(seed: WorkspaceSeed): Channel[] {
  const everybody = [...seed.users.map((user) => user.id), BOT_USER_ID];
  return seed.channels.map(({ id, name, members, private: isPrivate }) => ({
    id,
    name,
    kind: isPrivate ? 'private' : 'public',
    archived: false,
    members: Array.isArray(members) ? [...members] : everybody,
  }));
}
