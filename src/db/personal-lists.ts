import { sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import type { Delivery } from './deliveries';

/**
 * Notes that the live reminders and second looks of these people, page by page, no longer show what they may see. Rows
 * are locked in the order of touchLists.
 */
export async function touchPersonalLists(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  recipients: readonly string[],
): Promise<Pick<Delivery, 'id' | 'status' | 'shownRevision'>[]> {
  const result = await db.execute<
    Pick<Delivery, 'id' | 'status' | 'shownRevision'> & Record<string, unknown>
  >(sql`
    with touched as (
      select d.id from deliveries d
      where d.workspace_id = ${workspaceId} and d.recipient = any(${sql.param([...recipients])}::text[])
        and d.kind in ('reminder', 'second_look') and d.live
      order by d.id for update
    )
    update deliveries set wanted_revision = wanted_revision + 1 from touched
    where deliveries.workspace_id = ${workspaceId} and deliveries.id = touched.id
    returning deliveries.id, deliveries.status, deliveries.shown_revision as "shownRevision"`);
  return result.rows;
}
