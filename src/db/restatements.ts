import { and, asc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { ProgramScope } from '../domain/scope';
import type { Queryable } from './client';
import { learners, restatements } from './schema';

export type Restatement = typeof restatements.$inferSelect;

function isOf({ workspaceId, programId }: ProgramScope) {
  return and(eq(restatements.workspaceId, workspaceId), eq(restatements.programId, programId));
}

const unfinished = and(isNotNull(restatements.startedAt), isNull(restatements.finishedAt));

/** Has all learners of a program worked out anew, from the first one on, whether or not that is under way. */
export async function startRestatement(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  { startedAt, nextAt }: { startedAt: Date; nextAt: Date | null },
): Promise<Restatement> {
  const total = sql<number>`(
    select count(*) from ${learners} l
    where l.workspace_id = ${workspaceId} and l.program_id = ${programId} and l.status = 'active'
  )`;
  const [row] = await db
    .insert(restatements)
    .values({ workspaceId, programId, revision: 1, startedAt, nextAt, total })
    .onConflictDoUpdate({
      target: [restatements.workspaceId, restatements.programId],
      set: {
        revision: sql`${restatements.revision} + 1`,
        startedAt,
        nextAt,
        finishedAt: null,
        afterId: null,
        done: 0,
        total: sql`excluded.total`,
      },
    })
    .returning();
  if (!row) throw new Error(`restatement of ${programId}: expected a row`);
  return row;
}

/** Notes the instant at which a planned policy takes effect; null: none is planned. What is under way goes on. */
export async function planRestatement(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  nextAt: Date | null,
): Promise<void> {
  await db
    .insert(restatements)
    .values({ workspaceId, programId, nextAt })
    .onConflictDoUpdate({ target: [restatements.workspaceId, restatements.programId], set: { nextAt } });
}

/** Programs of all workspaces on whose planned policy the day has come, locked; other sweeps skip them. */
export async function lockRestatementsToStart(
  db: Queryable,
  now: Date,
  limit: number,
): Promise<Restatement[]> {
  return db
    .select()
    .from(restatements)
    .where(lte(restatements.nextAt, now))
    .orderBy(asc(restatements.nextAt))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** What of all workspaces is under way, or would be if its job hadn't been lost; the oldest first. */
export async function unfinishedRestatements(db: Queryable, limit: number): Promise<Restatement[]> {
  return db.select().from(restatements).where(unfinished).orderBy(asc(restatements.startedAt)).limit(limit);
}

/** Null: it is finished, or somebody else is at it. */
export async function lockUnfinishedRestatement(
  db: Queryable,
  scope: ProgramScope,
): Promise<Restatement | null> {
  const [row] = await db
    .select()
    .from(restatements)
    .where(and(isOf(scope), unfinished))
    .for('update', { skipLocked: true });
  return row ?? null;
}

export async function advanceRestatement(
  db: Queryable,
  scope: ProgramScope,
  { afterId, done, finishedAt }: Pick<Restatement, 'afterId' | 'done' | 'finishedAt'>,
): Promise<void> {
  await db
    .update(restatements)
    // Learners who came meanwhile count as well.
    .set({ afterId, done, finishedAt, total: sql`greatest(${restatements.total}, ${done})` })
    .where(isOf(scope));
}

/** Null: it was never needed. */
export async function findRestatement(db: Queryable, scope: ProgramScope): Promise<Restatement | null> {
  const [row] = await db.select().from(restatements).where(isOf(scope));
  return row ?? null;
}
