import { and, asc, eq, gte, sql } from 'drizzle-orm';
import { searchKey } from '../domain/names';
import type { Profile } from '../domain/profile';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { careTeam, learnerEdits, learners, members } from './schema';

const carer = (role: 'mentor' | 'advisor') => sql`(
  select json_strip_nulls(json_build_object('userId', t.user_id, 'name', t.name)) from care_team t
  where t.workspace_id = l.workspace_id and t.learner_id = l.id and t.role = ${role})`;

const profileJson = sql`jsonb_build_object('name', l.name, 'reading', l.reading, 'slackUserId', l.slack_user_id,
  'startedOn', l.started_on, 'endsOn', l.ends_on, 'goal', l.goal, 'background', l.background, 'tone', l.tone,
  'avoid', l.avoid, 'rhythm', l.rhythm, 'weeklyHours', l.weekly_hours::float8, 'mentor', ${carer('mentor')}, 'advisor', ${carer('advisor')})`;

/** What is known of a learner as a person, and how often that was changed. Null: no such learner. */
export async function findProfile(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
): Promise<{ profile: Profile; version: number } | null> {
  const result = await db.execute<{ profile: Profile; version: number }>(sql`
    select ${profileJson} as profile, l.profile_version as version
    from learners l where l.workspace_id = ${workspaceId} and l.id = ${learnerId}`);
  return result.rows[0] ?? null;
}

/** Keeps these learners' profiles as they are, before they are changed, and counts the change. */
export async function keepProfiles(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerIds: readonly string[],
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  if (learnerIds.length === 0) return;
  await db.execute(sql`
    with kept as (
      insert into learner_edits (workspace_id, learner_id, version, before, edited_by, edited_at)
      select l.workspace_id, l.id, l.profile_version, ${profileJson}, ${by}, ${at.toISOString()}::timestamptz
      from learners l
      where l.workspace_id = ${workspaceId} and l.id = any(${sql.param([...learnerIds])}::uuid[])
      returning learner_id
    )
    update learners set profile_version = profile_version + 1
    from kept where learners.workspace_id = ${workspaceId} and learners.id = kept.learner_id`);
}

export interface ProfileEdit {
  version: number;
  before: Profile;
  /** Null: an operator. */
  editorId: string | null;
  editorName: string | null;
  editedAt: Date;
}

/** The changes of a learner's profile from a version on, in their order. */
export async function editsSince(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { learnerId, version }: { learnerId: string; version: number },
): Promise<ProfileEdit[]> {
  return db
    .select({
      version: learnerEdits.version,
      before: learnerEdits.before,
      editorId: learnerEdits.editedBy,
      editorName: members.name,
      editedAt: learnerEdits.editedAt,
    })
    .from(learnerEdits)
    .leftJoin(
      members,
      and(eq(members.workspaceId, learnerEdits.workspaceId), eq(members.userId, learnerEdits.editedBy)),
    )
    .where(
      and(
        eq(learnerEdits.workspaceId, workspaceId),
        eq(learnerEdits.learnerId, learnerId),
        gte(learnerEdits.version, version),
      ),
    )
    .orderBy(asc(learnerEdits.version));
}

/** Overwrites a learner's profile with her care team. `keepProfiles` comes first. */
export async function saveProfile(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
  { mentor, advisor, ...columns }: Profile,
): Promise<void> {
  const keys = { nameKey: searchKey(columns.name), readingKey: searchKey(columns.reading) };
  await db
    .update(learners)
    .set({ ...columns, ...keys, version: sql`${learners.version} + 1` })
    .where(and(eq(learners.workspaceId, workspaceId), eq(learners.id, learnerId)));
  await db
    .delete(careTeam)
    .where(and(eq(careTeam.workspaceId, workspaceId), eq(careTeam.learnerId, learnerId)));
  const people = Object.entries({ mentor, advisor }).flatMap(([role, person]) =>
    person ? [{ workspaceId, learnerId, role: role as 'mentor' | 'advisor', ...person }] : [],
  );
  if (people.length > 0) await db.insert(careTeam).values(people);
}
