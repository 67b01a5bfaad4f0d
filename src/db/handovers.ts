import { sql } from 'drizzle-orm';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';

export interface HandoverLearner {
  id: string;
  programId: string;
  companionId: string | null;
  isLead: boolean;
}

/** Of these learners, those of the viewer's programs who are still followed up, and whether she leads there. */
export async function learnersToHandOver(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  viewerId: string,
  learnerIds: readonly string[],
): Promise<HandoverLearner[]> {
  const result = await db.execute<HandoverLearner & Record<string, unknown>>(sql`
    select l.id, l.program_id as "programId", l.companion_id as "companionId", s.role = 'lead' as "isLead"
    from learners l
    join supporters s on s.workspace_id = l.workspace_id and s.program_id = l.program_id
      and s.user_id = ${viewerId} and s.removed_at is null
    where l.workspace_id = ${workspaceId} and l.id = any(${sql.param([...learnerIds])}::uuid[])
      and l.status in ('active', 'paused')
    order by l.reading_key, l.name_key, l.id`);
  return result.rows;
}

/** The name of a program's companion who can be asked to hand over: supports it, and Slack reaches her. Else null. */
export async function companionToAsk(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  companionId: string | null,
): Promise<string | null> {
  const result = await db.execute<{ name: string }>(sql`
    select m.name
    from supporters s
    join members m on m.workspace_id = s.workspace_id and m.user_id = s.user_id and m.unreachable_since is null
    where s.workspace_id = ${workspaceId} and s.program_id = ${programId} and s.user_id = ${companionId}
      and s.removed_at is null`);
  return result.rows[0]?.name ?? null;
}

interface Handover {
  learnerIds: readonly string[];
  fromId: string;
  toId: string;
}

/**
 * Gives learners a new companion, of those who still are of that caseload or of none. They are locked in the order of
 * their ids. Returns whom it moved.
 */
export async function moveCaseload(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { learnerIds, fromId, toId }: Handover,
): Promise<{ learnerId: string; programId: string }[]> {
  const result = await db.execute<{ learnerId: string; programId: string }>(sql`
    update learners set companion_id = ${toId}, version = learners.version + 1
    from (
      select l.id from learners l
      where l.workspace_id = ${workspaceId} and l.id = any(${sql.param([...learnerIds])}::uuid[])
        and (l.companion_id = ${fromId} or l.companion_id is null)
      order by l.id for update
    ) as locked
    where learners.workspace_id = ${workspaceId} and learners.id = locked.id
    returning learners.id as "learnerId", learners.program_id as "programId"`);
  return result.rows;
}
