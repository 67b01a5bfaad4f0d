import { and, eq, sql } from 'drizzle-orm';
import type { NextContact } from '../domain/cadence';
import type { LocalDate } from '../domain/dates';
import { searchKey } from '../domain/names';
import type { RosterLearner } from '../domain/roster';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { insertMany } from './insert-many';
import { careTeam, learners } from './schema';

export interface LearnerToSave {
  /** A new id adds a learner, the id of one who is there changes her. */
  id: string;
  learner: RosterLearner;
  status: 'active' | 'paused' | 'completed' | 'withdrawn';
  next: NextContact;
  /** Whether her plan waits longer than the rhythm that the roster gives her. */
  watching: boolean;
  /** The local date on which `next.dueOn` took its value. */
  dueSetOn: LocalDate;
}

/** All that a roster can change. */
const rosterUpdate = sql`
  name = excluded.name, reading = excluded.reading, name_key = excluded.name_key, reading_key = excluded.reading_key,
  slack_user_id = excluded.slack_user_id, started_on = excluded.started_on, ends_on = excluded.ends_on,
  goal = excluded.goal, background = excluded.background, companion_id = excluded.companion_id,
  rhythm = excluded.rhythm, weekly_hours = excluded.weekly_hours,
  -- What a check-in has told is newer, also when that was logged after the file was compared.
  unit = case when exists (
    select 1 from check_ins c
    where c.workspace_id = learners.workspace_id and c.learner_id = learners.id and c.unit <> ''
  ) then learners.unit else excluded.unit end,
  due_on = excluded.due_on, floor_on = excluded.floor_on, due_reason = excluded.due_reason,
  due_set_on = excluded.due_set_on, watching = excluded.watching,
  status = excluded.status,
  status_reason = case when excluded.status = 'active' then null else learners.status_reason end,
  status_on = case when excluded.status = 'active' then null else learners.status_on end,
  version = learners.version + 1`;

/** Adds and changes learners with their care teams, in three statements whatever their number (up to 2,000). */
export async function saveRosterLearners(
  db: Queryable,
  scope: ProgramScope,
  batch: readonly LearnerToSave[],
  now: Date,
): Promise<void> {
  if (batch.length === 0) return;
  const rows = batch.map((it) => learnerRow(scope, it, now));
  await db.execute(
    sql`${insertMany(learners, rows)} on conflict (workspace_id, id) do update set ${rosterUpdate}`,
  );
  await replaceCareTeams(db, scope, batch);
}

function learnerRow(
  { workspaceId, programId }: ProgramScope,
  { id, learner, status, next, watching, dueSetOn }: LearnerToSave,
  createdAt: Date,
): typeof learners.$inferInsert {
  const { mentor: _mentor, advisor: _advisor, ...columns } = learner;
  return {
    ...columns,
    id,
    workspaceId,
    programId,
    status,
    nameKey: searchKey(learner.name),
    readingKey: searchKey(learner.reading),
    dueOn: next.dueOn,
    floorOn: next.floorOn,
    dueReason: next.reason,
    dueSetOn,
    watching,
    createdAt,
  };
}

async function replaceCareTeams(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  batch: readonly LearnerToSave[],
): Promise<void> {
  const ids = batch.map(({ id }) => id);
  await db
    .delete(careTeam)
    .where(
      and(eq(careTeam.workspaceId, workspaceId), sql`${careTeam.learnerId} = any(${sql.param(ids)}::uuid[])`),
    );
  const rows = batch.flatMap(({ id, learner }) =>
    (['mentor', 'advisor'] as const).flatMap((role) => {
      const person = learner[role];
      return person ? [{ workspaceId, learnerId: id, role, ...person }] : [];
    }),
  );
  const filled = rows.map((row) => ({ userId: null, name: null, ...row }));
  if (filled.length > 0) await db.execute(insertMany(careTeam, filled));
}
