import type { Queryable } from '../db/client';
import { addMembers } from '../db/members-add';
import { knownMemberIds, supporterIds } from '../db/roster';
import type { Person, Roster, RosterFault, RosterMention } from '../domain/roster';
import type { ProgramScope } from '../domain/scope';
import type { Unit } from './context';

export interface RosterPeople {
  faults: RosterFault[];
  /** Makes those known who are new to Banso. */
  addMembers(): Promise<void>;
}

/** Checks that each companion supports the program, and that each mentor and advisor is a Slack user. */
export async function checkRosterPeople(
  { db }: Unit,
  scope: ProgramScope,
  mentions: readonly RosterMention[],
  people: readonly Person[],
): Promise<RosterPeople> {
  const supporters = await supporterIds(db, scope);
  const known = await knownMemberIds(db, scope, careTeamOf(mentions));
  const described = new Set(people.map(({ userId }) => userId));
  const faults = mentions.flatMap(({ row, column, role, userId }): RosterFault[] => {
    if (role === 'companion') {
      if (supporters.has(userId)) return [];
      const named = [...supporters].sort().join(', ');
      return [{ row, column, value: userId, expected: { kind: 'supporter', supporters: named } }];
    }
    if (known.has(userId) || described.has(userId)) return [];
    return [{ row, column, value: userId, expected: { kind: 'activeUser' } }];
  });
  const added = people.filter(({ userId }) => !known.has(userId));
  return { faults, addMembers: () => addMembers(db, scope, added) };
}

/** The Slack users whom a roster names as mentor or advisor and whom Banso doesn't know yet: Slack describes them. */
export async function strangersIn(
  db: Queryable,
  scope: ProgramScope,
  { mentions }: Pick<Roster, 'mentions'>,
): Promise<string[]> {
  const named = careTeamOf(mentions);
  const known = await knownMemberIds(db, scope, named);
  return named.filter((userId) => !known.has(userId));
}

function careTeamOf(mentions: readonly RosterMention[]): string[] {
  return [...new Set(mentions.filter(({ role }) => role !== 'companion').map(({ userId }) => userId))];
}
