import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { searchKey } from '../domain/names';
import type { CareMember, RosterLearner } from '../domain/roster';
import type { StoredLearner } from '../domain/roster-match';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { careTeam, checkIns, learners, members, supporters } from './schema';

/** Makes a second import into the program wait until this transaction ends. */
export async function lockRoster(db: Queryable, { programId }: ProgramScope): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${programId}`}, 0))`);
}

/** The people whose learners can be: those who support the program now. */
export async function supporterIds(db: Queryable, scope: ProgramScope): Promise<Set<string>> {
  const rows = await db
    .select({ userId: supporters.userId })
    .from(supporters)
    .where(
      and(
        eq(supporters.workspaceId, scope.workspaceId),
        eq(supporters.programId, scope.programId),
        isNull(supporters.removedAt),
      ),
    );
  return new Set(rows.map(({ userId }) => userId));
}

/** Which of these people Banso knows already. */
export async function knownMemberIds(
  db: Queryable,
  scope: WorkspaceScope,
  userIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, scope.workspaceId), inArray(members.userId, [...userIds])));
  return new Set(rows.map(({ userId }) => userId));
}

/** The program's learners who have one of the Slack ids, or one of the names whatever their first day. */
export async function findRosterLearners(
  db: Queryable,
  scope: ProgramScope,
  wanted: readonly Pick<RosterLearner, 'name' | 'slackUserId'>[],
): Promise<StoredLearner[]> {
  const slackIds = wanted.flatMap(({ slackUserId }) => slackUserId ?? []);
  const keys = wanted.map(({ name }) => searchKey(name));
  const rows = await db
    .select({
      learner: learners,
      mentor: careMemberOf('mentor'),
      advisor: careMemberOf('advisor'),
      unitLogged: sql<boolean>`exists (
        select 1 from ${checkIns} c
        where c.workspace_id = learners.workspace_id and c.learner_id = learners.id and c.unit <> ''
      )`,
    })
    .from(learners)
    .where(
      and(
        eq(learners.workspaceId, scope.workspaceId),
        eq(learners.programId, scope.programId),
        or(
          sql`${learners.nameKey} = any(${sql.param(keys)}::text[])`,
          sql`${learners.slackUserId} = any(${sql.param(slackIds)}::text[])`,
        ),
      ),
    );
  return rows.map(({ learner, unitLogged, ...care }) => ({
    id: learner.id,
    learner: { ...rosterPart(learner), ...care },
    unitLogged,
  }));
}

function rosterPart(row: typeof learners.$inferSelect): Omit<RosterLearner, 'mentor' | 'advisor'> {
  const { name, reading, slackUserId, startedOn, endsOn, goal, background, companionId } = row;
  const { rhythm, weeklyHours, unit } = row;
  return {
    name,
    reading,
    slackUserId,
    startedOn,
    endsOn,
    goal,
    background,
    companionId,
    rhythm,
    weeklyHours,
    unit,
  };
}

function careMemberOf(role: 'mentor' | 'advisor') {
  return sql<CareMember | null>`(
    select json_strip_nulls(json_build_object('userId', c.user_id, 'name', c.name))
    from ${careTeam} c
    where c.workspace_id = learners.workspace_id and c.learner_id = learners.id and c.role = ${role}
  )`;
}
