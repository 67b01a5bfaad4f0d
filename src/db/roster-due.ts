import { and, eq, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { Pause } from '../domain/pauses';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { withBreaks } from './pauses';
import { learners } from './schema';

/** What of a learner decides when she is due, beside what a roster says, and when that was last worked out. */
export interface DueState {
  lastContactOn: LocalDate | null;
  plannedOn: LocalDate | null;
  pauses: Pause[];
  status: 'active' | 'paused' | 'completed' | 'withdrawn';
  /** Since when she isn't followed, and why, if that was said. */
  statusOn: LocalDate | null;
  statusReason: string | null;
  endsOn: LocalDate;
  dueOn: LocalDate | null;
  floorOn: LocalDate | null;
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
      status: learners.status,
      statusOn: learners.statusOn,
      statusReason: learners.statusReason,
      endsOn: learners.endsOn,
      dueOn: learners.dueOn,
      floorOn: learners.floorOn,
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
  const states = await withBreaks(db, scope, rows);
  return new Map(states.map(({ id, ...state }) => [id, state]));
}
