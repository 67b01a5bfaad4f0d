import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { careTeam, learners, pauses, programs, supporters } from './schema';

export type Learner = typeof learners.$inferSelect;

/** A learner as one supporter may see her: with that supporter's role in the program. */
export interface SeenLearner extends Learner {
  zone: string;
  viewerRole: 'lead' | 'supporter';
}

function seenBy(scope: WorkspaceScope, viewerId: string, learnerId: string) {
  return and(
    eq(learners.workspaceId, scope.workspaceId),
    eq(learners.id, learnerId),
    eq(supporters.userId, viewerId),
    isNull(supporters.removedAt),
  );
}

const sameProgram = and(
  eq(supporters.workspaceId, learners.workspaceId),
  eq(supporters.programId, learners.programId),
);

/** Null: no such learner in the programs that the viewer supports. */
export async function findLearnerFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  learnerId: string,
): Promise<SeenLearner | null> {
  const [row] = await selectSeen(db).where(seenBy(scope, viewerId, learnerId));
  return row ? { ...row.learner, zone: row.zone, viewerRole: row.role } : null;
}

/** The same, with the row locked until the transaction ends: whoever changes a learner starts here. */
export async function lockLearnerFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  learnerId: string,
): Promise<SeenLearner | null> {
  const [row] = await selectSeen(db)
    .where(seenBy(scope, viewerId, learnerId))
    .for('update', { of: learners });
  return row ? { ...row.learner, zone: row.zone, viewerRole: row.role } : null;
}

function selectSeen(db: Queryable) {
  return db
    .select({ learner: learners, zone: programs.zone, role: supporters.role })
    .from(learners)
    .innerJoin(supporters, sameProgram)
    .innerJoin(
      programs,
      and(eq(programs.workspaceId, learners.workspaceId), eq(programs.id, learners.programId)),
    );
}

export async function learnerExists(
  db: Queryable,
  scope: WorkspaceScope,
  learnerId: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: learners.id })
    .from(learners)
    .where(and(eq(learners.workspaceId, scope.workspaceId), eq(learners.id, learnerId)));
  return rows.length > 0;
}

/** A learner's pauses in order of their first day. */
export async function pausesOf(
  db: Queryable,
  scope: WorkspaceScope,
  learnerId: string,
): Promise<{ from: LocalDate; to: LocalDate }[]> {
  return db
    .select({ from: pauses.fromOn, to: pauses.toOn })
    .from(pauses)
    .where(and(eq(pauses.workspaceId, scope.workspaceId), eq(pauses.learnerId, learnerId)))
    .orderBy(asc(pauses.fromOn));
}

/** The role that somebody has in a learner's care team beside the companion's; null: none. */
export async function careTeamRole(
  db: Queryable,
  scope: WorkspaceScope,
  learnerId: string,
  userId: string,
): Promise<'mentor' | 'advisor' | null> {
  const [row] = await db
    .select({ role: careTeam.role })
    .from(careTeam)
    .where(
      and(
        eq(careTeam.workspaceId, scope.workspaceId),
        eq(careTeam.learnerId, learnerId),
        eq(careTeam.userId, userId),
      ),
    );
  return row?.role ?? null;
}

type Changes = Partial<
  Pick<
    Learner,
    | 'companionId'
    | 'unit'
    | 'plannedOn'
    | 'planReason'
    | 'plannedBy'
    | 'watching'
    | 'lastContactOn'
    | 'awaitingReplySince'
    | 'dueOn'
    | 'floorOn'
    | 'dueReason'
    | 'dueSetOn'
  >
>;

export async function updateLearner(
  db: Queryable,
  scope: WorkspaceScope,
  learnerId: string,
  changes: Changes,
): Promise<void> {
  await db
    .update(learners)
    .set({ ...changes, version: sql`${learners.version} + 1` })
    .where(and(eq(learners.workspaceId, scope.workspaceId), eq(learners.id, learnerId)));
}

export interface Suggestion {
  id: string;
  programId: string;
  name: string;
  reading: string;
  startedOn: LocalDate;
  unit: string;
  companionName: string | null;
  own: boolean;
  namesake: boolean;
}

interface SuggestionQuery {
  viewerId: string;
  /** Search keys (domain/names), any of which may match; empty: everybody. */
  keys: readonly string[];
  limit: number;
}

/**
 * Learners of the viewer's programs by a part of name or reading: her own caseload first, then whoever's name
 * begins with it, then by reading.
 */
export async function suggestLearners(
  db: Queryable,
  scope: WorkspaceScope,
  { viewerId, keys, limit }: SuggestionQuery,
): Promise<Suggestion[]> {
  const escaped = keys.map((key) => key.replace(/[\\%_]/g, '\\$&'));
  const anywhere = sql.param(escaped.map((key) => `%${key}%`));
  const atStart = sql.param(escaped.map((key) => `${key}%`));
  const result = await db.execute<Suggestion & Record<string, unknown>>(sql`
    select l.id, l.program_id as "programId", l.name, l.reading, l.started_on::text as "startedOn", l.unit,
      m.name as "companionName", coalesce(l.companion_id = ${viewerId}, false) as own,
      exists (select 1 from learners n where n.workspace_id = l.workspace_id and n.program_id = l.program_id
        and n.name_key = l.name_key and n.id <> l.id) as namesake
    from supporters s
    join learners l on l.workspace_id = s.workspace_id and l.program_id = s.program_id
    left join members m on m.workspace_id = l.workspace_id and m.user_id = l.companion_id
    where s.workspace_id = ${scope.workspaceId} and s.user_id = ${viewerId} and s.removed_at is null
      and l.status in ('active', 'paused')
      and (${keys.length === 0} or l.name_key like any(${anywhere}::text[]) or l.reading_key like any(${anywhere}::text[]))
    order by own desc,
      (l.name_key like any(${atStart}::text[]) or l.reading_key like any(${atStart}::text[])) desc,
      coalesce(nullif(l.reading_key, ''), l.name_key), l.started_on, l.id
    limit ${limit}`);
  return result.rows;
}
