import { sql } from 'drizzle-orm';
import type { LibraryHit } from '../domain/library';
import type { WorkspaceScope } from '../domain/scope';
import type { EntryKey } from '../domain/search/entry';
import type { Queryable } from './client';

/** An entry of the library, for somebody who supports its program. Null: there is none. */
export async function findEntryFor(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  viewerId: string,
  { kind, sourceId }: EntryKey,
): Promise<LibraryHit | null> {
  const { rows } = await db.execute<LibraryHit & Record<string, unknown>>(sql`
    select e.kind, e.source_id as "sourceId", e.program_id as "programId", e.title, e.body, e.concerns, e.unit,
      e.course_week as "courseWeek", e.outcome, e.helped_count as "helpedCount", e.happened_on::text as "happenedOn",
      0 as score
    from library_entries e
    join supporters s on s.workspace_id = e.workspace_id and s.program_id = e.program_id
      and s.user_id = ${viewerId} and s.removed_at is null
    where e.workspace_id = ${workspaceId} and e.kind = ${kind} and e.source_id = ${sourceId}`);
  return rows[0] ?? null;
}

/** An open consultation that somebody asked or joined, in a program that she supports. Null: it isn't one. */
export async function findOpenConsultationOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  userId: string,
  consultationId: string,
): Promise<{ programId: string } | null> {
  const { rows } = await db.execute<{ programId: string }>(sql`
    select c.program_id as "programId" from consultations c
    join supporters s on s.workspace_id = c.workspace_id and s.program_id = c.program_id and s.user_id = ${userId}
      and s.removed_at is null
    where c.workspace_id = ${workspaceId} and c.id = ${consultationId} and c.status = 'open'
      and exists (select 1 from consultation_questions q where q.workspace_id = c.workspace_id
        and q.consultation_id = c.id and q.author_id = ${userId})`);
  return rows[0] ?? null;
}
