import { and, eq, sql } from 'drizzle-orm';
import type { CaseChange, CaseContent, CaseOutcome, KeptCase } from '../domain/consultation';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { caseHelpers, cases, caseVersions, members } from './schema';

export type Case = typeof cases.$inferSelect;

export async function insertCase(db: Queryable, row: typeof cases.$inferInsert): Promise<Case> {
  const [inserted] = await db.insert(cases).values(row).returning();
  if (!inserted) throw new Error('case: expected a row');
  return inserted;
}

/** A case, locked until the transaction ends. Null: it is gone. */
export async function lockCase(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  id: string,
): Promise<Case | null> {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.workspaceId, workspaceId), eq(cases.id, id)))
    .for('update');
  return row ?? null;
}

export async function findCase(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  id: string,
): Promise<Case | null> {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.workspaceId, workspaceId), eq(cases.id, id)));
  return row ?? null;
}

/** Who changes a case, how, and when. */
export interface Change {
  change: CaseChange;
  changedBy: string;
  changedAt: Date;
}

/** Changes a case that the caller has locked, and keeps what it said before. Returns it as it is now. */
export async function changeCase(
  db: Queryable,
  before: Case,
  { change, changedBy, changedAt }: Change,
  changes: Partial<CaseContent & Pick<Case, 'closedOn' | 'followUpAnswer' | 'followUpLine'>>,
): Promise<Case> {
  const { workspaceId, id: caseId, version } = before;
  await db
    .insert(caseVersions)
    .values({ workspaceId, caseId, version, before: keptOf(before), change, changedBy, changedAt });
  const [after] = await db
    .update(cases)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(cases.workspaceId, workspaceId), eq(cases.id, caseId)))
    .returning();
  if (!after) throw new Error(`case ${caseId} of ${workspaceId}: expected to be locked`);
  return after;
}

export function contentOf(row: Case): CaseContent {
  const { title, situation, tried, helped, outcome, concerns, tags, unit, courseWeek } = row;
  return { title, situation, tried, helped, outcome, concerns, tags, unit, courseWeek };
}

function keptOf(row: Case): KeptCase {
  const { followUpAnswer, followUpLine } = row;
  return { ...contentOf(row), ...(followUpAnswer && { followUpAnswer, followUpLine }) };
}

/** Who answered in a case's thread. Whoever helped once stays one who helped. */
export async function saveHelpers(
  db: Queryable,
  { workspaceId, caseId }: WorkspaceScope & { caseId: string },
  helpers: readonly { userId: string; helped: boolean }[],
): Promise<void> {
  if (helpers.length === 0) return;
  await db
    .insert(caseHelpers)
    .values(helpers.map(({ userId, helped }) => ({ workspaceId, caseId, userId, helped })))
    .onConflictDoUpdate({
      target: [caseHelpers.workspaceId, caseHelpers.caseId, caseHelpers.userId],
      set: { helped: sql`${caseHelpers.helped} or excluded.helped` },
    });
}

/** A case as the message about its consultation tells of it. */
export interface ToldCase {
  title: string;
  outcome: CaseOutcome;
  followUpAnswer: Case['followUpAnswer'];
  followUpLine: string;
  /** Who is thanked: those whose words helped first. */
  helpers: { name: string; helped: boolean }[];
}

export async function findToldCase(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  id: string,
): Promise<ToldCase | null> {
  const { title, outcome, followUpAnswer, followUpLine } = cases;
  const [row] = await db
    .select({
      ...{ title, outcome, followUpAnswer, followUpLine },
      helpers: sql<ToldCase['helpers']>`(
        select coalesce(json_agg(json_build_object('name', m.name, 'helped', h.helped)
          order by h.helped desc, m.name, h.user_id), '[]')
        from ${caseHelpers} h join ${members} m on m.workspace_id = h.workspace_id and m.user_id = h.user_id
        where h.workspace_id = ${workspaceId} and h.case_id = ${id})`,
    })
    .from(cases)
    .where(and(eq(cases.workspaceId, workspaceId), eq(cases.id, id)));
  return row ?? null;
}
