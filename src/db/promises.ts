import { and, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { checkIns, learners, members, programs, promises, supporters } from './schema';

type PromiseOfLearner = typeof promises.$inferSelect;

/** A promise as somebody may see it who supports the learner's program. */
export interface SeenPromise extends PromiseOfLearner {
  learnerName: string;
  keptByName: string | null;
  /** The program's. */
  zone: string;
  /** The viewer's. */
  locale: 'ja' | 'en';
}

const viewers = alias(members, 'viewers');

/** Null: no such promise in the programs that the viewer supports. */
export async function findPromiseFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  promiseId: string,
): Promise<SeenPromise | null> {
  const [row] = await db
    .select({
      promise: promises,
      learnerName: learners.name,
      keptByName: members.name,
      zone: programs.zone,
      locale: viewers.locale,
    })
    .from(promises)
    .innerJoin(
      supporters,
      and(
        eq(supporters.workspaceId, promises.workspaceId),
        eq(supporters.programId, promises.programId),
        eq(supporters.userId, viewerId),
        isNull(supporters.removedAt),
      ),
    )
    .innerJoin(
      viewers,
      and(eq(viewers.workspaceId, supporters.workspaceId), eq(viewers.userId, supporters.userId)),
    )
    .innerJoin(
      programs,
      and(eq(programs.workspaceId, promises.workspaceId), eq(programs.id, promises.programId)),
    )
    .innerJoin(
      learners,
      and(eq(learners.workspaceId, promises.workspaceId), eq(learners.id, promises.learnerId)),
    )
    .leftJoin(
      members,
      and(eq(members.workspaceId, promises.workspaceId), eq(members.userId, promises.keptBy)),
    )
    .where(and(eq(promises.workspaceId, scope.workspaceId), eq(promises.id, promiseId)));
  if (!row) return null;
  const { promise, ...seen } = row;
  return { ...promise, ...seen };
}

export async function keepPromiseRow(
  db: Queryable,
  scope: WorkspaceScope,
  promiseId: string,
  { by: keptBy, at: keptAt }: { by: string; at: Date },
): Promise<void> {
  await db
    .update(promises)
    .set({ keptAt, keptBy })
    .where(and(eq(promises.workspaceId, scope.workspaceId), eq(promises.id, promiseId)));
}

/**
 * Moves a promise to another day, and its check-in on by one version: a correction that was opened before would else
 * bring the old day back.
 */
export async function movePromiseRow(
  db: Queryable,
  scope: WorkspaceScope,
  { id, checkInId }: Pick<PromiseOfLearner, 'id' | 'checkInId'>,
  dueOn: LocalDate,
): Promise<void> {
  await db
    .update(promises)
    .set({ dueOn })
    .where(and(eq(promises.workspaceId, scope.workspaceId), eq(promises.id, id)));
  await db
    .update(checkIns)
    .set({ version: sql`${checkIns.version} + 1` })
    .where(and(eq(checkIns.workspaceId, scope.workspaceId), eq(checkIns.id, checkInId)));
}

export interface PromiseOfMaker {
  promiseId: string;
  programId: string;
  learnerName: string;
  startedOn: LocalDate;
  namesake: boolean;
  text: string;
  dueOn: LocalDate;
  kept: boolean;
}

/**
 * What somebody promised in each of these programs by its day, if one is given: what is still open, and what was kept
 * since an instant. Due ones first, whatever has become of the learner.
 */
export async function promisesOf(
  db: Queryable,
  { workspaceId, userId }: WorkspaceScope & { userId: string },
  slots: readonly { programId: string; until: LocalDate | null }[],
  { keptSince, limit }: { keptSince: Date | null; limit: number },
): Promise<PromiseOfMaker[]> {
  if (slots.length === 0) return [];
  // Her own first: found by program and day, all that was ever promised there would be looked at.
  const result = await db.execute<PromiseOfMaker & Record<string, unknown>>(sql`
    with r as materialized (
      select * from promises where workspace_id = ${workspaceId} and made_by = ${userId}
        and (kept_at is null or kept_at >= ${keptSince?.toISOString() ?? null}::timestamptz)
    )
    select r.id as "promiseId", r.program_id as "programId", l.name as "learnerName",
      l.started_on::text as "startedOn", r.text, r.due_on::text as "dueOn", r.kept_at is not null as kept,
      exists (select 1 from learners n where n.workspace_id = l.workspace_id and n.program_id = l.program_id
        and n.name_key = l.name_key and n.id <> l.id) as namesake
    from r
    join unnest(
      ${sql.param(slots.map((slot) => slot.programId))}::uuid[],
      ${sql.param(slots.map((slot) => slot.until))}::date[]
    ) as slot(program_id, until) on slot.program_id = r.program_id
    join learners l on l.workspace_id = r.workspace_id and l.id = r.learner_id
    where (slot.until is null or r.due_on <= slot.until)
    order by r.due_on, l.reading_key, l.name_key, r.id
    limit ${limit}`);
  return result.rows;
}

/** Who of these people promised something that falls due in the days from today to the horizon of a program. */
export async function makersToRemind(
  db: Queryable,
  slots: readonly {
    workspaceId: string;
    userId: string;
    programId: string;
    today: LocalDate;
    horizon: LocalDate;
  }[],
): Promise<{ workspaceId: string; userId: string }[]> {
  if (slots.length === 0) return [];
  const result = await db.execute<{ workspaceId: string; userId: string } & Record<string, unknown>>(sql`
    select distinct r.workspace_id as "workspaceId", r.made_by as "userId"
    from unnest(
      ${sql.param(slots.map((slot) => slot.workspaceId))}::text[],
      ${sql.param(slots.map((slot) => slot.userId))}::text[],
      ${sql.param(slots.map((slot) => slot.programId))}::uuid[],
      ${sql.param(slots.map((slot) => slot.today))}::date[],
      ${sql.param(slots.map((slot) => slot.horizon))}::date[]
    ) as slot(workspace_id, user_id, program_id, today, horizon)
    join promises r on r.workspace_id = slot.workspace_id and r.made_by = slot.user_id and r.kept_at is null
      and r.program_id = slot.program_id and r.due_on between slot.today and slot.horizon`);
  return result.rows;
}
