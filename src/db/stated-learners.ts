import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { RestatedLearner, StatedLearner } from '../domain/restatement';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { withBreaks } from './pauses';
import { learners } from './schema';

interface Range {
  /** Only those after it, in the order of their ids; null: from the beginning. */
  after: string | null;
  limit: number;
}

function activeAfter({ workspaceId, programId }: ProgramScope, after: string | null) {
  return and(
    eq(learners.workspaceId, workspaceId),
    eq(learners.programId, programId),
    eq(learners.status, 'active'),
    after === null ? undefined : gt(learners.id, after),
  );
}

function selectStated(db: Queryable) {
  return db
    .select({
      id: learners.id,
      startedOn: learners.startedOn,
      endsOn: learners.endsOn,
      rhythm: learners.rhythm,
      lastContactOn: learners.lastContactOn,
      plannedOn: learners.plannedOn,
      dueOn: learners.dueOn,
      floorOn: learners.floorOn,
      dueReason: learners.dueReason,
      watching: learners.watching,
      dueSetOn: learners.dueSetOn,
    })
    .from(learners);
}

/** A program's active learners, some at a time. */
export async function statedLearners(
  db: Queryable,
  scope: ProgramScope,
  { after, limit }: Range,
): Promise<StatedLearner[]> {
  const rows = await selectStated(db).where(activeAfter(scope, after)).orderBy(asc(learners.id)).limit(limit);
  return withBreaks(db, scope, rows);
}

/** The ids alone: what is to be locked is known before anything is waited for. */
export async function activeLearnerIds(
  db: Queryable,
  scope: ProgramScope,
  { after, limit }: Range,
): Promise<string[]> {
  const rows = await db
    .select({ id: learners.id })
    .from(learners)
    .where(activeAfter(scope, after))
    .orderBy(asc(learners.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Those of these learners who are still active, as they are once nobody else changes them: locked in the order of their ids. */
export async function lockStatedLearners(
  db: Queryable,
  scope: WorkspaceScope,
  ids: readonly string[],
): Promise<StatedLearner[]> {
  const rows = await selectStated(db)
    .where(
      and(
        eq(learners.workspaceId, scope.workspaceId),
        eq(learners.status, 'active'),
        sql`${learners.id} = any(${sql.param([...ids])}::uuid[])`,
      ),
    )
    .orderBy(asc(learners.id))
    .for('update');
  return withBreaks(db, scope, rows);
}

export async function saveDueDays(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  rows: readonly RestatedLearner[],
): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`
    update learners set due_on = new.due_on, floor_on = new.floor_on, due_reason = new.due_reason,
      watching = new.watching, due_set_on = new.due_set_on, version = learners.version + 1
    from unnest(
      ${sql.param(rows.map((row) => row.id))}::uuid[],
      ${sql.param(rows.map((row) => row.dueOn))}::date[],
      ${sql.param(rows.map((row) => row.floorOn))}::date[],
      ${sql.param(rows.map((row) => row.dueReason))}::text[],
      ${sql.param(rows.map((row) => row.watching))}::boolean[],
      ${sql.param(rows.map((row) => row.dueSetOn))}::date[]
    ) as new(id, due_on, floor_on, due_reason, watching, due_set_on)
    where learners.workspace_id = ${workspaceId} and learners.id = new.id`);
}

export async function countActiveLearners(db: Queryable, scope: ProgramScope): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(learners)
    .where(activeAfter(scope, null));
  return row?.count ?? 0;
}
