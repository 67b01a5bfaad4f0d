import type { Queryable } from './client';
import { auditEvents } from './schema';

/** Writes who changed what. Details hold ids, dates and counts only, never a learner's text. */
export async function audit(db: Queryable, event: typeof auditEvents.$inferInsert): Promise<void> {
  await db.insert(auditEvents).values(event);
}
