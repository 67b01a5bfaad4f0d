import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import type { Delivery } from './deliveries';
import { deliveries } from './schema';

/** Messages about a closed consultation that are still drawn anew. */
function livingAbout({ workspaceId }: WorkspaceScope, consultationId: string): SQL | undefined {
  return and(
    eq(deliveries.workspaceId, workspaceId),
    eq(deliveries.subject, consultationId),
    // As the index has it.
    sql`${deliveries.kind} in ('consultation_closed', 'follow_up')`,
    eq(deliveries.live, true),
  );
}

/**
 * Notes that the thread's note of a consultation's closing, and the question how it went on, have something new to show.
 * Rows are locked in the order of touchLists.
 */
export async function touchClosedMessages(
  db: Queryable,
  scope: WorkspaceScope,
  consultationId: string,
): Promise<Pick<Delivery, 'id' | 'status' | 'shownRevision'>[]> {
  const living = livingAbout(scope, consultationId);
  await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(living)
    .orderBy(asc(deliveries.id))
    .for('update');
  const { id, status, shownRevision } = deliveries;
  return db
    .update(deliveries)
    .set({ wantedRevision: sql`${deliveries.wantedRevision} + 1` })
    .where(living)
    .returning({ id, status, shownRevision });
}

/** From now on the notes of earlier closings stay as they are. */
export async function retireClosedMessages(
  db: Queryable,
  scope: WorkspaceScope,
  consultationId: string,
): Promise<void> {
  await db.update(deliveries).set({ live: false }).where(livingAbout(scope, consultationId));
}
