import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import { isZone } from '../domain/dates';
import { localeFrom } from '../domain/locale';
import type { Person } from '../domain/roster';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { isUnknown } from './outcome';
import { isInChannel, type TeamChannel } from './team-channel';

/** A user as Slack has her, or why she can't take part. */
export type FoundPerson =
  /** `guest`: she sees only some channels of the workspace. */
  | { person: Person; guest: boolean }
  /** `name`: as far as Slack tells it, else the id. `external`: of another organisation, with whom a channel is shared. */
  | { userId: string; name: string; problem: 'unknown' | 'deactivated' | 'bot' | 'external' };

type SlackUser = UsersInfoResponse['user'];

/** How many people Slack is asked about at once. */
const atOnce = 10;

/** Where people are asked about. */
export interface AskedFrom extends WorkspaceScope {
  /** For whoever has set no zone. */
  zone: string;
}

/** What is known of a user from Slack's description. */
export function describedBySlack(
  userId: string,
  user: SlackUser,
  { workspaceId, zone: fallbackZone }: AskedFrom,
): FoundPerson {
  const name = nameOf(user) ?? userId;
  if (user?.deleted) return { userId, name, problem: 'deactivated' };
  if (user?.is_bot) return { userId, name, problem: 'bot' };
  if (isExternal(user, workspaceId)) return { userId, name, problem: 'external' };
  const zone = user?.tz && isZone(user.tz) ? user.tz : fallbackZone;
  const person = { userId, name, zone, locale: localeFrom(user?.locale) };
  return { person, guest: Boolean(user?.is_restricted || user?.is_ultra_restricted || user?.is_stranger) };
}

/** Somebody of an Enterprise organisation is of all its workspaces that she is in, and of the organisation. */
function isExternal(user: SlackUser, workspaceId: string): boolean {
  if (!user?.team_id) return false;
  const { team_id, teams = [], enterprise_user: enterprise } = user;
  return ![team_id, ...teams, enterprise?.enterprise_id, ...(enterprise?.teams ?? [])].includes(workspaceId);
}

function nameOf(user: SlackUser): string | undefined {
  return user?.profile?.display_name || user?.profile?.real_name || user?.real_name || user?.name;
}

/** Asks Slack about each of these people, in their order. */
export async function findPeople(
  slack: WebClient,
  userIds: readonly string[],
  from: AskedFrom,
): Promise<FoundPerson[]> {
  const found: FoundPerson[] = [];
  for (let first = 0; first < userIds.length; first += atOnce) {
    const asked = userIds.slice(first, first + atOnce);
    found.push(...(await Promise.all(asked.map((userId) => findPerson(slack, userId, from)))));
  }
  return found;
}

async function findPerson(slack: WebClient, userId: string, from: AskedFrom): Promise<FoundPerson> {
  try {
    const { user } = await slack.users.info({ user: userId, include_locale: true });
    return describedBySlack(userId, user, from);
  } catch (error) {
    if (isUnknown(error)) return { userId, name: userId, problem: 'unknown' };
    throw error;
  }
}

/**
 * The people with these ids, who are about to support learners in a channel.
 * @throws {UserError} cannotSupport, ofAnotherOrganisation, notInTheChannel: names them
 */
export async function requirePeople(
  slack: WebClient,
  channel: TeamChannel,
  userIds: readonly string[],
  from: AskedFrom,
): Promise<Person[]> {
  const found = await findPeople(slack, userIds, from);
  const problems = found.flatMap((it) => ('problem' in it ? [it] : []));
  const unfit = problems.filter(({ problem }) => problem !== 'external');
  if (unfit.length > 0) throw new UserError('cannotSupport', { people: namesOf(unfit) });
  if (problems.length > 0) throw new UserError('ofAnotherOrganisation', { people: namesOf(problems) });
  const people = found.flatMap((it) => ('person' in it ? [it.person] : []));
  const outside = people.filter(({ userId }) => !isInChannel(channel, userId));
  if (outside.length > 0) throw new UserError('notInTheChannel', { people: namesOf(outside) });
  return people;
}

function namesOf(people: readonly { name: string }[]): string {
  return people.map(({ name }) => name).join(', ');
}
