import { and, eq, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { learners } from './schema';

/** What of a learner decides when she is due, beside what a roster says, and when that was last worked out. */
export interface DueState {
  lastContactOn: LocalDate | null;
  plannedOn: LocalDate | null;
  pauses: { from: LocalDate; to: LocalDate }[];
  dueOn: LocalDate | null;
  dueSetOn: LocalDate;
}

/**
 * Holds these learners, however many, until the transaction ends, so that no check-in comes between reading and
 * writing. They are locked in the order of their ids.
 */
export async function lockDueStates(
  db: Queryable,
  scope: WorkspaceScope,
  ids: readonly string[],
): Promise<Map<string, DueState>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: learners.id,
      lastContactOn: learners.lastContactOn,
      plannedOn: learners.plannedOn,
      pauses: sql<DueState['pauses']>`(
        select coalesce(json_agg(json_build_object('from', p.from_on, 'to', p.to_on)), '[]')
        from pauses p where p.workspace_id = learners.workspace_id and p.learner_id = learners.id
      )`,
      dueOn: learners.dueOn,
      dueSetOn: learners.dueSetOn,
    })
    .from(learners)
    .where(
      and(
        eq(learners.workspaceId, scope.workspaceId),
        sql`${learners.id} = any(${sql.param([...ids])}::uuid[])`,
      ),
    )
    .orderBy(learners.id)
    .for('update');
  return new Map(rows.map(({ id, ...state }) => [id, state]));
}
