import type { JsonObject } from '../json';
import type { User } from '../state/records';
import type { World } from '../state/world';
import { flag, type Method, required } from './method';
import { page } from './paging';

export const usersInfo: Method = {
  token: 'bot',
  scopes: ['users:read'],
  run: ({ world }, args) => {
    const user = world.users.get(required(args, 'user'));
    return { user: userObject(world, user, flag(args, 'include_locale')) };
  },
};

export const usersList: Method = {
  token: 'bot',
  scopes: ['users:read'],
  run: ({ world }, args) => {
    const { items, nextCursor } = page(world.users.all(), args);
    const withLocale = flag(args, 'include_locale');
    return {
      members: items.map((user) => userObject(world, user, withLocale)),
      cache_ts: Math.floor(world.clock.now().getTime() / 1000),
      response_metadata: { next_cursor: nextCursor },
    };
  },
};

/** A user as the Web API and the `user_change` event show it. */
export function userObject(world: World, user: User, withLocale: boolean): JsonObject {
  const { id, name, tz, deleted, isBot, locale, guest = false, teamId = world.team.id } = user;
  return {
    id,
    team_id: teamId,
    name,
    real_name: name,
    deleted,
    // Slack leaves the zone out for people who are deactivated.
    ...(deleted ? {} : { tz, tz_label: tz, tz_offset: offsetSeconds(tz, world.clock.now()) }),
    profile: {
      real_name: name,
      display_name: name,
      real_name_normalized: name,
      display_name_normalized: name,
    },
    is_bot: isBot,
    is_admin: false,
    is_owner: false,
    is_restricted: guest,
    is_app_user: false,
    updated: Math.floor(world.clock.now().getTime() / 1000),
    ...(withLocale ? { locale } : {}),
  };
}

/** Seconds east of UTC in a zone at an instant. */
function offsetSeconds(tz: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const seconds = (Number(match[2]) * 60 + Number(match[3])) * 60;
  return match[1] === '-' ? -seconds : seconds;
}
