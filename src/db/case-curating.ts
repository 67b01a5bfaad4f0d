import { and, eq, sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { caseMarks, consultations } from './schema';

/** Marks a case as one that helped somebody, or takes that back. False: it stands so already. */
export async function setCaseMark(
  db: Queryable,
  { workspaceId, caseId }: WorkspaceScope & { caseId: string },
  { markedBy, marked, at }: { markedBy: string; marked: boolean; at: Date },
): Promise<boolean> {
  const of = and(eq(caseMarks.workspaceId, workspaceId), eq(caseMarks.caseId, caseId));
  const changed = marked
    ? await db
        .insert(caseMarks)
        .values({ workspaceId, caseId, markedBy, markedAt: at })
        .onConflictDoNothing()
        .returning({ markedBy: caseMarks.markedBy })
    : await db
        .delete(caseMarks)
        .where(and(of, eq(caseMarks.markedBy, markedBy)))
        .returning({ markedBy: caseMarks.markedBy });
  if (changed.length === 0) return false;
  await db.execute(sql`update cases set helped_count = (select count(*) from case_marks k
      where k.workspace_id = cases.workspace_id and k.case_id = cases.id)
    where workspace_id = ${workspaceId} and id = ${caseId}`);
  return true;
}

/** Gives a case what another one has besides its texts: who helped in it, and whom it helped. */
export async function takeInCase(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  await db.execute(sql`
    insert into case_helpers (workspace_id, case_id, user_id, helped)
    select workspace_id, ${intoId}::uuid, user_id, helped from case_helpers
    where workspace_id = ${workspaceId} and case_id = ${fromId}
    on conflict (workspace_id, case_id, user_id) do update set helped = case_helpers.helped or excluded.helped`);
  await db.execute(sql`
    insert into case_marks (workspace_id, case_id, marked_by, marked_at)
    select workspace_id, ${intoId}::uuid, marked_by, marked_at from case_marks
    where workspace_id = ${workspaceId} and case_id = ${fromId}
    on conflict do nothing`);
  await db.execute(sql`update cases set helped_count = (select count(*) from case_marks k
      where k.workspace_id = cases.workspace_id and k.case_id = cases.id)
    where workspace_id = ${workspaceId} and id = ${intoId}`);
}

/** The consultation from which a case comes, with its learner. Null: whoever it was is gone, or it comes from none. */
export async function consultationOfCase(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  caseId: string,
): Promise<{ id: string; learnerId: string } | null> {
  const [row] = await db
    .select({ id: consultations.id, learnerId: consultations.learnerId })
    .from(consultations)
    .where(and(eq(consultations.workspaceId, workspaceId), eq(consultations.caseId, caseId)));
  return row ?? null;
}

/** What a case stands as besides its texts: whether it was retired, and which one took it in. */
export async function setCaseStanding(
  db: Queryable,
  { workspaceId, caseId }: WorkspaceScope & { caseId: string },
  { retiredAt, mergedInto }: { retiredAt: Date | null; mergedInto: string | null },
): Promise<void> {
  await db.execute(sql`update cases set retired_at = ${retiredAt?.toISOString() ?? null}::timestamptz,
      merged_into = ${mergedInto}::uuid
    where workspace_id = ${workspaceId} and id = ${caseId}`);
}
