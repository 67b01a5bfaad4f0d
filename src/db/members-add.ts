import { sql } from 'drizzle-orm';
import type { Person } from '../domain/roster';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { members } from './schema';

/** Makes people known to Banso, or brings what it knows of them up to date. */
export async function addMembers(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  people: readonly Person[],
): Promise<void> {
  if (people.length === 0) return;
  await db
    .insert(members)
    .values(people.map((person) => ({ workspaceId, ...person })))
    .onConflictDoUpdate({
      target: [members.workspaceId, members.userId],
      set: {
        name: sql`excluded.name`,
        locale: sql`excluded.locale`,
        // The zone that somebody has chosen herself stays.
        zone: sql`case when ${members.slackZone} is null then excluded.zone else ${members.zone} end`,
        slackZone: sql`case when ${members.slackZone} is null then null else excluded.zone end`,
      },
    });
}
