import { and, eq, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { dayCovers } from './schema';

interface DayCover {
  learnerId: string;
  /** The program's local date. */
  coveredOn: LocalDate;
  userId: string;
  takenAt: Date;
}

/** Has somebody act for a learner on a day, in place of whoever took her before and no longer can. */
export async function setDayCover(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  cover: DayCover,
): Promise<void> {
  const { userId, takenAt } = cover;
  await db
    .insert(dayCovers)
    .values({ workspaceId, ...cover })
    .onConflictDoUpdate({
      target: [dayCovers.workspaceId, dayCovers.learnerId, dayCovers.coveredOn],
      set: { userId, takenAt },
    });
}

/** Whether somebody took the learner for that day. */
export async function isTakenOn(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
  on: LocalDate,
): Promise<boolean> {
  const rows = await db
    .select({ taken: sql`1` })
    .from(dayCovers)
    .where(
      and(
        eq(dayCovers.workspaceId, workspaceId),
        eq(dayCovers.learnerId, learnerId),
        eq(dayCovers.coveredOn, on),
      ),
    );
  return rows.length > 0;
}

/** A learner who has a companion again is hers from now on. */
export async function endDayCovers(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerIds: readonly string[],
  from: LocalDate,
): Promise<void> {
  await db
    .delete(dayCovers)
    .where(
      and(
        eq(dayCovers.workspaceId, workspaceId),
        sql`${dayCovers.learnerId} = any(${sql.param([...learnerIds])}::uuid[])`,
        sql`${dayCovers.coveredOn} >= ${from}::date`,
      ),
    );
}
