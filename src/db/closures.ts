import { and, asc, between, eq, gte } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { ProgramScope } from '../domain/scope';
import type { Queryable } from './client';
import { closures } from './schema';

function isOf({ workspaceId, programId }: ProgramScope) {
  return and(eq(closures.workspaceId, workspaceId), eq(closures.programId, programId));
}

/** The program's own days off from a day on, in order. */
export async function closuresFrom(
  db: Queryable,
  scope: ProgramScope,
  from: LocalDate,
): Promise<{ on: LocalDate; label: string }[]> {
  return db
    .select({ on: closures.closedOn, label: closures.label })
    .from(closures)
    .where(and(isOf(scope), gte(closures.closedOn, from)))
    .orderBy(asc(closures.closedOn));
}

/** Adds days off; one that is there already takes the new label. */
export async function saveClosures(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  { days, label }: { days: readonly LocalDate[]; label: string },
): Promise<void> {
  if (days.length === 0) return;
  await db
    .insert(closures)
    .values(days.map((closedOn) => ({ workspaceId, programId, closedOn, label })))
    .onConflictDoUpdate({
      target: [closures.workspaceId, closures.programId, closures.closedOn],
      set: { label },
    });
}

/** Returns how many days off there were from one day to another, both inclusive. */
export async function removeClosures(
  db: Queryable,
  scope: ProgramScope,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<number> {
  const rows = await db
    .delete(closures)
    .where(and(isOf(scope), between(closures.closedOn, from, to)))
    .returning({ on: closures.closedOn });
  return rows.length;
}
