import { sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';

/** What of a workspace's lists is still to come. */
export interface DueMoments {
  /** The instants for which something is planned, earliest first; several at once are one. */
  planned: Date[];
  /** Posts, redrawings and restatements that somebody is at, or that only wait for their turn. */
  underWay: number;
}

/** When the workspace's next digests, escalations, reminders, second looks, posts and planned policies are due. */
export async function dueMoments(db: Queryable, { workspaceId }: WorkspaceScope): Promise<DueMoments> {
  const { rows } = await db.execute<{ planned: string[] | null; under_way: number }>(sql`
    select (
      select json_agg(distinct moment.at order by moment.at) from (
        select next_digest_at as at from programs where workspace_id = ${workspaceId}
        union all
        select next_escalation_at from programs where workspace_id = ${workspaceId}
        union all
        select next_reminder_at from members
        where workspace_id = ${workspaceId} and next_reminder_at is not null
        union all
        select next_second_look_at from members
        where workspace_id = ${workspaceId} and next_second_look_at is not null
        union all
        select next_at from restatements where workspace_id = ${workspaceId} and next_at is not null
        union all
        select run_at from deliveries where workspace_id = ${workspaceId} and status = 'planned'
      ) moment
    ) as planned, (
      select count(*)::int from deliveries
      where workspace_id = ${workspaceId}
        and (status = 'claimed' or (status = 'sent' and live and wanted_revision > shown_revision))
    ) + (
      select count(*)::int from restatements
      where workspace_id = ${workspaceId} and started_at is not null and finished_at is null
    ) as under_way`);
  const [row] = rows;
  return { planned: (row?.planned ?? []).map((at) => new Date(at)), underWay: row?.under_way ?? 0 };
}
