import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
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

/**
 * Has the root posts of these consultations live again, which Slack may have refused to change, with something new to show.
 * Rows are locked in the order of touchLists.
 */
export async function revivePosts(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  consultationIds: readonly string[],
): Promise<Pick<Delivery, 'id' | 'shownRevision'>[]> {
  if (consultationIds.length === 0) return [];
  const posts = and(
    eq(deliveries.workspaceId, workspaceId),
    inArray(deliveries.id, [...consultationIds]),
    eq(deliveries.kind, 'consultation'),
    eq(deliveries.status, 'sent'),
  );
  const { id, shownRevision } = deliveries;
  await db.select({ id }).from(deliveries).where(posts).orderBy(asc(id)).for('update');
  return db
    .update(deliveries)
    .set({ live: true, wantedRevision: sql`${deliveries.wantedRevision} + 1` })
    .where(posts)
    .returning({ id, shownRevision });
}

/** From now on the notes of earlier closings stay as they are. */
export async function retireClosedMessages(
  db: Queryable,
  scope: WorkspaceScope,
  consultationId: string,
): Promise<void> {
  await db.update(deliveries).set({ live: false }).where(livingAbout(scope, consultationId));
}
