import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import { groupBy } from '../domain/grouping';
import type { Pause } from '../domain/pauses';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { insertMany } from './insert-many';
import { type ProgramDay, programDays } from './program-days';
import { pauses } from './schema';

export type PauseRow = typeof pauses.$inferSelect;

/** The first day of a pause by the rules of due days; whatever else is said of it keeps to `from_on`. */
export const ruledFrom = (pause: SQL) => sql<LocalDate>`coalesce(${pause}.reaches_back_to, ${pause}.from_on)`;

export interface NewPause {
  id: string;
  learnerId: string;
  from: LocalDate;
  to: LocalDate;
  /** Null: nothing was open when it began, or it hasn't begun. */
  reachesBackTo: LocalDate | null;
  reason: string;
}

export async function insertPause(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { from: fromOn, to: toOn, ...pause }: NewPause,
): Promise<void> {
  await db.insert(pauses).values({ ...pause, workspaceId, fromOn, toOn });
}

/** The same for many learners in one statement. */
export async function insertPauses(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  breaks: readonly NewPause[],
): Promise<void> {
  if (breaks.length === 0) return;
  const rows = breaks.map(({ from: fromOn, to: toOn, ...pause }) => ({
    ...pause,
    workspaceId,
    fromOn,
    toOn,
  }));
  await db.execute(insertMany(pauses, rows));
}

/** Null: it was taken back, or never was. */
export async function findPause(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  pauseId: string,
): Promise<PauseRow | null> {
  const [row] = await db
    .select()
    .from(pauses)
    .where(and(eq(pauses.workspaceId, workspaceId), eq(pauses.id, pauseId)));
  return row ?? null;
}

/** A learner's pauses that end on a day. */
export async function pausesUntil(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { learnerId, to }: { learnerId: string; to: LocalDate },
): Promise<PauseRow[]> {
  return db
    .select()
    .from(pauses)
    .where(and(eq(pauses.workspaceId, workspaceId), eq(pauses.learnerId, learnerId), eq(pauses.toOn, to)));
}

/** Has a pause end on an earlier day; null: it is taken back, as if it had not been. */
export async function shortenPause(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { pauseId, to }: { pauseId: string; to: LocalDate | null },
): Promise<void> {
  const own = and(eq(pauses.workspaceId, workspaceId), eq(pauses.id, pauseId));
  if (to === null) await db.delete(pauses).where(own);
  else await db.update(pauses).set({ toOn: to }).where(own);
}

/** Whether pause `z` of learner `l` has begun by a day while a contact was open that was due before it. */
const leavesOpen = sql`z.workspace_id = l.workspace_id and z.learner_id = l.id
  and ${ruledFrom(sql`z`)} > l.due_on`;

/**
 * Whose pauses have begun by the present day of each program and leave a contact open from before. An index range per
 * program (learners_due), and of each learner who is due (pauses_by_learner).
 */
export async function learnersLeftOpen(
  db: Queryable,
  slots: readonly ProgramDay[],
): Promise<{ programId: string; learnerId: string }[]> {
  if (slots.length === 0) return [];
  const { rows } = await db.execute<{ programId: string; learnerId: string }>(sql`
    select l.program_id as "programId", l.id as "learnerId"
    from ${programDays(slots)}
    join learners l on l.workspace_id = slot.workspace_id and l.program_id = slot.program_id
      and l.status = 'active' and l.due_on <= slot.day
    where exists (select 1 from pauses z where ${leavesOpen} and z.from_on <= slot.day)`);
  return rows;
}

/** Has those pauses of these learners reach back to the contact that was open. */
export async function reachPausesBack(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { learnerIds, on }: { learnerIds: readonly string[]; on: LocalDate },
): Promise<void> {
  await db.execute(sql`
    update pauses z set reaches_back_to = l.due_on
    from learners l
    where l.workspace_id = ${workspaceId} and l.id = any(${sql.param([...learnerIds])}::uuid[])
      and l.status = 'active' and ${leavesOpen} and z.from_on <= ${on}::date`);
}

/**
 * These learners' breaks, as the rules take them, with each. Read them by a statement after the one that locks the
 * learners: the one that waited sees, of all other rows, what was there before it waited.
 */
export async function withBreaks<T extends { id: string }>(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  rows: readonly T[],
): Promise<(T & { pauses: Pause[] })[]> {
  if (rows.length === 0) return [];
  const found = await db
    .select({ learnerId: pauses.learnerId, from: ruledFrom(sql`${pauses}`), to: pauses.toOn })
    .from(pauses)
    .where(
      and(
        eq(pauses.workspaceId, workspaceId),
        sql`${pauses.learnerId} = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`,
      ),
    );
  const byLearner = groupBy(found, ({ learnerId }) => learnerId);
  return rows.map((row) => ({
    ...row,
    pauses: (byLearner.get(row.id) ?? []).map(({ from, to }) => ({ from, to })),
  }));
}
