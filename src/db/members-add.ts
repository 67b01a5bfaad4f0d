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
      set: { name: sql`excluded.name`, zone: sql`excluded.zone`, locale: sql`excluded.locale` },
    });
}

/** Plans reminders for people, unless an earlier one is planned for another program of theirs. */
export async function bringReminderForward(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  slots: readonly { userId: string; nextAt: Date }[],
): Promise<void> {
  await db.execute(sql`
    update members set next_reminder_at = least(next_reminder_at, slot.at)
    from unnest(
      ${sql.param(slots.map((slot) => slot.userId))}::text[],
      ${sql.param(slots.map((slot) => slot.nextAt.toISOString()))}::timestamptz[]
    ) as slot(user_id, at)
    where members.workspace_id = ${workspaceId} and members.user_id = slot.user_id`);
}
