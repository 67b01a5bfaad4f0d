import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { ProgramScope } from '../domain/scope';
import type { Queryable } from './client';
import { policies } from './schema';

export type PolicyRow = typeof policies.$inferSelect;

function isOf({ workspaceId, programId }: ProgramScope) {
  return and(eq(policies.workspaceId, workspaceId), eq(policies.programId, programId));
}

const counts = isNull(policies.endedAt);

/** The policy that was set for a day and still counts. */
export async function findPolicyFor(
  db: Queryable,
  scope: ProgramScope,
  effectiveOn: LocalDate,
): Promise<PolicyRow | null> {
  const [row] = await db
    .select()
    .from(policies)
    .where(and(isOf(scope), eq(policies.effectiveOn, effectiveOn), counts));
  return row ?? null;
}

export async function findPolicy(db: Queryable, scope: ProgramScope, id: string): Promise<PolicyRow | null> {
  const [row] = await db
    .select()
    .from(policies)
    .where(and(isOf(scope), eq(policies.id, id)));
  return row ?? null;
}

/** It stays in the history. */
export async function endPolicy(
  db: Queryable,
  scope: ProgramScope,
  id: string,
  ended: { endedAt: Date; endedBy: string },
): Promise<void> {
  await db
    .update(policies)
    .set(ended)
    .where(and(isOf(scope), eq(policies.id, id), counts));
}

export interface PolicyEntry extends PolicyRow {
  /** The Slack names; null: an operator, or nobody. */
  setByName: string | null;
  endedByName: string | null;
}

/** All that was ever set, the newest first. */
export async function policyEntries(db: Queryable, scope: ProgramScope): Promise<PolicyEntry[]> {
  const name = (column: string) => sql<string | null>`(
    select m.name from members m
    where m.workspace_id = policies.workspace_id and m.user_id = ${sql.raw(`policies.${column}`)}
  )`;
  const rows = await db
    .select({ policy: policies, setByName: name('set_by'), endedByName: name('ended_by') })
    .from(policies)
    .where(isOf(scope))
    .orderBy(desc(policies.setAt), desc(policies.effectiveOn));
  return rows.map(({ policy, ...names }) => ({ ...policy, ...names }));
}
