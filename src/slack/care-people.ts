import type { WebClient } from '@slack/web-api';
import type { CareMember, Person } from '../domain/roster';
import { type AskedFrom, findPeople } from './people';

/**
 * The Slack users among mentors and advisors, as Slack describes them. Whoever Slack doesn't know, bots, closed
 * accounts and people of other organisations are left out.
 * @throws {Error} when Slack does not answer.
 */
export async function describeCareTeam(
  slack: WebClient,
  team: readonly (CareMember | null)[],
  from: AskedFrom,
): Promise<Person[]> {
  const ids = team.flatMap((person) => (person && 'userId' in person ? [person.userId] : []));
  const found = await findPeople(slack, [...new Set(ids)], from);
  return found.flatMap((it) => ('person' in it ? [it.person] : []));
}
