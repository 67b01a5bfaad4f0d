import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Role } from '../domain/access';
import type { CareRole } from '../domain/care';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { ruledFrom } from './pauses';
import { careTeam, learners, pauses, programs, supporters } from './schema';

export type Learner = typeof learners.$inferSelect;

/** A learner as one person may see her: with that person's role in the program, or else in the care team. */
export interface SeenLearner extends Learner {
  zone: string;
  viewerRole: Role | CareRole;
}

/** For whom a learner is there: who supports her program, or also her mentor and advisor. */
export type Viewers = 'supporters' | 'careTeam';

/** Null: no such learner in the programs that the viewer supports, nor, for `careTeam`, in whose care team she is. */
export async function findLearnerFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  learnerId: string,
  viewers: Viewers = 'supporters',
): Promise<SeenLearner | null> {
  const [row] = await selectSeen(db, viewerId)
    .where(seenBy(scope, learnerId, viewers))
    .limit(1);
  return seen(row);
}

/** The same, with the row locked until the transaction ends: whoever changes a learner starts here. */
export async function lockLearnerFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  learnerId: string,
  viewers: Viewers = 'supporters',
): Promise<SeenLearner | null> {
  const [row] = await selectSeen(db, viewerId)
    .where(seenBy(scope, learnerId, viewers))
    .limit(1)
    .for('update', { of: learners });
  return seen(row);
}

function selectSeen(db: Queryable, viewerId: string) {
  return db
    .select({ learner: learners, zone: programs.zone, role: supporters.role, careRole: careTeam.role })
    .from(learners)
    .innerJoin(
      programs,
      and(eq(programs.workspaceId, learners.workspaceId), eq(programs.id, learners.programId)),
    )
    .leftJoin(
      supporters,
      and(
        eq(supporters.workspaceId, learners.workspaceId),
        eq(supporters.programId, learners.programId),
        eq(supporters.userId, viewerId),
        isNull(supporters.removedAt),
      ),
    )
    .leftJoin(
      careTeam,
      and(
        eq(careTeam.workspaceId, learners.workspaceId),
        eq(careTeam.learnerId, learners.id),
        eq(careTeam.userId, viewerId),
      ),
    );
}

function seenBy({ workspaceId }: WorkspaceScope, learnerId: string, viewers: Viewers) {
  const supports = isNotNull(supporters.userId);
  return and(
    eq(learners.workspaceId, workspaceId),
    eq(learners.id, learnerId),
    viewers === 'supporters' ? supports : or(supports, isNotNull(careTeam.userId)),
  );
}

function seen(row: Awaited<ReturnType<typeof selectSeen>>[number] | undefined): SeenLearner | null {
  const viewerRole = row?.role ?? row?.careRole;
  return row && viewerRole ? { ...row.learner, zone: row.zone, viewerRole } : null;
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

/** A learner's pauses as the rules of due days take them. */
export async function pausesOf(
  db: Queryable,
  scope: WorkspaceScope,
  learnerId: string,
): Promise<{ from: LocalDate; to: LocalDate }[]> {
  return db
    .select({ from: ruledFrom(sql`${pauses}`), to: pauses.toOn })
    .from(pauses)
    .where(and(eq(pauses.workspaceId, scope.workspaceId), eq(pauses.learnerId, learnerId)))
    .orderBy(asc(pauses.fromOn));
}

type Changes = Partial<
  Pick<
    Learner,
    | 'companionId'
    | 'status'
    | 'statusReason'
    | 'statusOn'
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
  /** Whether she has completed or left the course. */
  finished: boolean;
}

interface SuggestionQuery {
  viewerId: string;
  /** Search keys (domain/names), any of which may match; empty: everybody. */
  keys: readonly string[];
  /** Also who has completed or left the course, after all others. */
  finishedToo?: boolean;
  /** Only whose companion the viewer is. */
  caseloadOnly?: boolean;
  limit: number;
}

/**
 * Learners of the viewer's programs, and those whose mentor or advisor she is, by a part of name or reading: her own
 * caseload first, then whoever's name begins with it, then by reading. Elsewhere those in her care are her own.
 */
export async function suggestLearners(
  db: Queryable,
  scope: WorkspaceScope,
  { viewerId, keys, finishedToo = false, caseloadOnly = false, limit }: SuggestionQuery,
): Promise<Suggestion[]> {
  const escaped = keys.map((key) => key.replace(/[\\%_]/g, '\\$&'));
  const anywhere = sql.param(escaped.map((key) => `%${key}%`));
  const atStart = sql.param(escaped.map((key) => `${key}%`));
  const result = await db.execute<Suggestion & Record<string, unknown>>(sql`
    select l.id, l.program_id as "programId", l.name, l.reading, l.started_on::text as "startedOn", l.unit,
      (select m.name from members m where m.workspace_id = l.workspace_id and m.user_id = l.companion_id) as "companionName",
      l.own,
      exists (select 1 from learners n where n.workspace_id = l.workspace_id and n.program_id = l.program_id
        and n.name_key = l.name_key and n.id <> l.id) as namesake,
      l.status in ('completed', 'withdrawn') as finished
    from (
      select l.*, coalesce(l.companion_id = ${viewerId}, false) as own
      from supporters s
      join learners l on l.workspace_id = s.workspace_id and l.program_id = s.program_id
      where s.workspace_id = ${scope.workspaceId} and s.user_id = ${viewerId} and s.removed_at is null
      union all
      select l.*, true
      from (
        select distinct workspace_id, learner_id from care_team
        where workspace_id = ${scope.workspaceId} and user_id = ${viewerId}
      ) c
      join learners l on l.workspace_id = c.workspace_id and l.id = c.learner_id
      where not exists (select 1 from supporters s where s.workspace_id = l.workspace_id
        and s.program_id = l.program_id and s.user_id = ${viewerId} and s.removed_at is null)
    ) l
    where (${finishedToo} or l.status in ('active', 'paused'))
      and (${!caseloadOnly} or l.companion_id = ${viewerId})
      and (${keys.length === 0} or l.name_key like any(${anywhere}::text[]) or l.reading_key like any(${anywhere}::text[]))
    order by finished, l.own desc,
      (l.name_key like any(${atStart}::text[]) or l.reading_key like any(${atStart}::text[])) desc,
      coalesce(nullif(l.reading_key, ''), l.name_key), l.started_on, l.id
    limit ${limit}`);
  return result.rows;
}
