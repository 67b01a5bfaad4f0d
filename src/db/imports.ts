import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { imports } from './schema';

export type Import = typeof imports.$inferSelect;

const unfinished = inArray(imports.status, ['waiting', 'running']);

/** Returns whether it is there now: false when it was before, or another one of the program is under way. */
export async function insertImport(db: Queryable, row: typeof imports.$inferInsert): Promise<boolean> {
  const rows = await db.insert(imports).values(row).onConflictDoNothing().returning({ id: imports.id });
  return rows.length > 0;
}

export async function findImport(db: Queryable, scope: WorkspaceScope, id: string): Promise<Import | null> {
  const [row] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, scope.workspaceId), eq(imports.id, id)));
  return row ?? null;
}

/** Takes an import of whichever workspace, from its beginning: one whose time has come, or whose last taker is gone. */
export async function claimImportRow(
  db: Queryable,
  id: string,
  { now, abandonedBefore }: Instants,
): Promise<Import | null> {
  const [row] = await db
    .update(imports)
    .set({
      status: 'running',
      aliveAt: now,
      attempts: sql`${imports.attempts} + 1`,
      doneCount: 0,
      totalCount: null,
    })
    .where(and(eq(imports.id, id), isFree({ now, abandonedBefore })))
    .returning();
  return row ?? null;
}

interface Instants {
  now: Date;
  /** Whoever has shown no sign of life since then is dead. */
  abandonedBefore: Date;
}

function isFree({ now, abandonedBefore }: Instants) {
  return or(
    and(eq(imports.status, 'waiting'), lte(imports.runAt, now)),
    and(eq(imports.status, 'running'), lte(imports.aliveAt, abandonedBefore)),
  );
}

/** What tells one taking of an import from all others. */
type ImportClaim = Pick<Import, 'workspaceId' | 'id' | 'attempts'>;

function isHeld({ workspaceId, id, attempts }: ImportClaim) {
  return and(
    eq(imports.workspaceId, workspaceId),
    eq(imports.id, id),
    eq(imports.status, 'running'),
    eq(imports.attempts, attempts),
  );
}

/** Writes while an import is still held by this very claim. Null: it no longer is. */
export async function updateHeldImport(
  db: Queryable,
  claim: ImportClaim,
  changes: Partial<Omit<Import, 'workspaceId' | 'id' | 'programId' | 'attempts'>>,
): Promise<Import | null> {
  const [row] = await db.update(imports).set(changes).where(isHeld(claim)).returning();
  return row ?? null;
}

/** Has an import wait until somebody may take it again. The claim that gives it back doesn't count. Null: it isn't held any more. */
export async function giveBackRow(db: Queryable, claim: ImportClaim, runAt: Date): Promise<Import | null> {
  const [row] = await db
    .update(imports)
    .set({ status: 'waiting', aliveAt: null, runAt, attempts: claim.attempts - 1 })
    .where(isHeld(claim))
    .returning();
  return row ?? null;
}

/** Ends an import well, unless somebody wants it stopped. Returns whether it did. */
export async function completeImport(
  db: Queryable,
  claim: ImportClaim,
  counts: Pick<Import, 'addedCount' | 'changedCount' | 'unchangedCount' | 'finishedAt'>,
): Promise<boolean> {
  const rows = await db
    .update(imports)
    .set({ ...counts, status: 'done' })
    .where(and(isHeld(claim), isNull(imports.cancelRequestedAt)))
    .returning({ id: imports.id });
  return rows.length > 0;
}

/** One that waits is stopped at once, one that runs by whoever runs it. Null: it was over already. */
export async function stopImport(
  db: Queryable,
  scope: WorkspaceScope,
  id: string,
  now: Date,
): Promise<Import | null> {
  const [row] = await db
    .update(imports)
    .set({
      cancelRequestedAt: now,
      status: sql`case when ${imports.status} = 'waiting' then 'cancelled' else ${imports.status} end`,
      finishedAt: sql`case when ${imports.status} = 'waiting' then ${now.toISOString()}::timestamptz end`,
    })
    .where(and(eq(imports.workspaceId, scope.workspaceId), eq(imports.id, id), unfinished))
    .returning();
  return row ?? null;
}

/** Imports of all workspaces that nobody works on and whose time has come, the oldest first. */
export async function pendingImports(db: Queryable, instants: Instants, limit: number) {
  return db
    .select({ id: imports.id, attempts: imports.attempts })
    .from(imports)
    .where(and(unfinished, isFree(instants)))
    .orderBy(asc(imports.createdAt))
    .limit(limit);
}
