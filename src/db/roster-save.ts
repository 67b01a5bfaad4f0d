import { and, eq, inArray, sql } from 'drizzle-orm';
import type { NextContact } from '../domain/cadence';
import type { LocalDate } from '../domain/dates';
import { searchKey } from '../domain/names';
import type { RosterLearner } from '../domain/roster';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { careTeam, checkIns, learners } from './schema';

export interface LearnerToSave {
  /** A new id adds a learner, the id of one who is there changes her. */
  id: string;
  learner: RosterLearner;
  /** Where the roster sees her: still in the course or past its end. */
  status: 'active' | 'completed';
  next: NextContact;
  /** Whether her plan waits longer than the rhythm that the roster gives her. */
  watching: boolean;
  /** The local date on which `next.dueOn` took its value. */
  dueSetOn: LocalDate;
}

const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** All that a roster can change. */
const rosterUpdate = {
  name: excluded('name'),
  reading: excluded('reading'),
  nameKey: excluded('name_key'),
  readingKey: excluded('reading_key'),
  slackUserId: excluded('slack_user_id'),
  startedOn: excluded('started_on'),
  endsOn: excluded('ends_on'),
  goal: excluded('goal'),
  background: excluded('background'),
  companionId: excluded('companion_id'),
  rhythm: excluded('rhythm'),
  weeklyHours: excluded('weekly_hours'),
  // What a check-in has told is newer, also when that was logged after the file was compared.
  unit: sql`case when exists (
    select 1 from ${checkIns} c
    where c.workspace_id = ${learners.workspaceId} and c.learner_id = ${learners.id} and c.unit <> ''
  ) then ${learners.unit} else excluded.unit end`,
  dueOn: excluded('due_on'),
  floorOn: excluded('floor_on'),
  dueReason: excluded('due_reason'),
  dueSetOn: excluded('due_set_on'),
  watching: excluded('watching'),
  // Only a course that was prolonged brings somebody back: a pause or a withdrawal is the team's decision.
  status: sql`case when ${learners.status} = 'completed' then excluded.status else ${learners.status} end`,
  version: sql`${learners.version} + 1`,
};

/** Adds and changes learners with their care teams, in three statements whatever their number (up to 2,000). */
export async function saveRosterLearners(
  db: Queryable,
  scope: ProgramScope,
  batch: readonly LearnerToSave[],
  now: Date,
): Promise<void> {
  if (batch.length === 0) return;
  await db
    .insert(learners)
    .values(batch.map((it) => learnerRow(scope, it, now)))
    .onConflictDoUpdate({ target: [learners.workspaceId, learners.id], set: rosterUpdate });
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
    .where(and(eq(careTeam.workspaceId, workspaceId), inArray(careTeam.learnerId, ids)));
  const rows = batch.flatMap(({ id, learner }) =>
    (['mentor', 'advisor'] as const).flatMap((role) => {
      const person = learner[role];
      return person ? [{ workspaceId, learnerId: id, role, ...person }] : [];
    }),
  );
  if (rows.length > 0) await db.insert(careTeam).values(rows);
}
