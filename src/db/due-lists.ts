import { type SQL, sql } from 'drizzle-orm';
import type { NextContact } from '../domain/cadence';
import type { LocalDate } from '../domain/dates';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import { type ActorColumns, acting, actorColumns } from './acting';
import type { Queryable } from './client';
import { type CaseloadSlot, heldLearners } from './due-planning';

export interface ListedLearner extends ActorColumns {
  learnerId: string;
  programId: string;
  programName: string;
  name: string;
  startedOn: LocalDate;
  namesake: boolean;
  status: 'active' | 'paused' | 'completed' | 'withdrawn';
  unit: string;
  planReason: string | null;
  /** Quietly watched over: planned later than the rhythm. */
  watching: boolean;
  lastContactOn: LocalDate | null;
  dueOn: LocalDate | null;
  floorOn: LocalDate | null;
  dueReason: NextContact['reason'];
  dueSetOn: LocalDate;
  companionId: string | null;
  companionName: string | null;
}

const hasNamesake = sql`exists (select 1 from learners n where n.workspace_id = l.workspace_id
  and n.program_id = l.program_id and n.name_key = l.name_key and n.id <> l.id)`;

const listedColumns = sql`
  l.id as "learnerId", l.program_id as "programId", p.name as "programName", l.name,
  l.started_on::text as "startedOn", l.status, l.unit, l.plan_reason as "planReason", l.watching,
  l.last_contact_on::text as "lastContactOn", l.due_on::text as "dueOn", l.floor_on::text as "floorOn",
  l.due_reason as "dueReason", l.due_set_on::text as "dueSetOn", l.companion_id as "companionId",
  c.name as "companionName", ${actorColumns},
  ${hasNamesake} as namesake`;

function listedJoins(now: Date): SQL {
  return sql`
  join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
  ${acting(now)}`;
}

export interface ItemOnPage extends ListedLearner {
  deliveryId: string;
  /** The due day that put her on the list. */
  listedDueOn: LocalDate;
}

/** Everybody on these pages as they stand now, in the pages' order: one query for a whole list. */
export async function listedLearners(
  db: Queryable,
  scope: WorkspaceScope,
  deliveryIds: readonly string[],
  now: Date,
): Promise<ItemOnPage[]> {
  const result = await db.execute<ItemOnPage & Record<string, unknown>>(sql`
    select dl.delivery_id as "deliveryId", dl.due_on::text as "listedDueOn", ${listedColumns}
    from delivery_learners dl
    join deliveries d on d.workspace_id = dl.workspace_id and d.id = dl.delivery_id
    join learners l on l.workspace_id = dl.workspace_id and l.id = dl.learner_id
    ${listedJoins(now)}
    where dl.workspace_id = ${scope.workspaceId} and dl.delivery_id = any(${sql.param([...deliveryIds])}::uuid[])
    order by d.page, dl.position`);
  return result.rows;
}

/**
 * A supporter's learners who are due in these caseloads by their days, longest due first: for whom she acts now, and
 * those of her own for whom nobody does. An index range per caseload (learners_caseload).
 */
export async function caseloadUntil(
  db: Queryable,
  slots: readonly CaseloadSlot[],
  now: Date,
): Promise<ListedLearner[]> {
  if (slots.length === 0) return [];
  const result = await db.execute<ListedLearner & Record<string, unknown>>(sql`
    ${heldLearners(slots)}
    select ${listedColumns}
    from held
    join learners l on l.workspace_id = held.workspace_id and l.id = held.learner_id
    ${listedJoins(now)}
    where coalesce(actor.user_id, l.companion_id) = held.user_id
    order by l.due_on, l.reading_key, l.name_key, l.id`);
  return result.rows;
}

/** Somebody who isn't to be contacted soon. */
export interface LaterLearner {
  programId: string;
  name: string;
  /** Null: nobody else in her program has her name. */
  startedOn: LocalDate | null;
  dueOn: LocalDate;
  dueReason: NextContact['reason'];
  watching: boolean;
  planReason: string | null;
}

/**
 * Of somebody's own caseload, who is due after a day of each program, soonest first. An index range per program
 * (learners_caseload).
 */
export async function caseloadAfter(
  db: Queryable,
  { workspaceId, userId }: WorkspaceScope & { userId: string },
  programs: readonly { programId: string; after: LocalDate }[],
  limit: number,
): Promise<LaterLearner[]> {
  if (programs.length === 0) return [];
  const result = await db.execute<LaterLearner & Record<string, unknown>>(sql`
    select l.program_id as "programId", l.name, case when ${hasNamesake} then l.started_on::text end as "startedOn",
      l.due_on::text as "dueOn", l.due_reason as "dueReason", l.watching, l.plan_reason as "planReason"
    from unnest(
      ${sql.param(programs.map((program) => program.programId))}::uuid[],
      ${sql.param(programs.map((program) => program.after))}::date[]
    ) as slot(program_id, after)
    join learners l on l.workspace_id = ${workspaceId} and l.companion_id = ${userId}
      and l.program_id = slot.program_id and l.status = 'active' and l.due_on > slot.after
    order by l.due_on, l.reading_key, l.name_key, l.id
    limit ${limit}`);
  return result.rows;
}

export interface LearnerOnBreak {
  programId: string;
  name: string;
  /** Null: nobody else in her program has her name. */
  startedOn: LocalDate | null;
  /** Null: nobody noted since when. */
  since: LocalDate | null;
}

/** Of somebody's own caseload in these programs, who is on a break without a last day, the longest first. */
export async function onBreakOf(
  db: Queryable,
  { workspaceId, userId }: WorkspaceScope & { userId: string },
  programIds: readonly string[],
  limit: number,
): Promise<LearnerOnBreak[]> {
  const result = await db.execute<LearnerOnBreak & Record<string, unknown>>(sql`
    select l.program_id as "programId", l.name, case when ${hasNamesake} then l.started_on::text end as "startedOn",
      l.status_on::text as since
    from learners l
    where l.workspace_id = ${workspaceId} and l.companion_id = ${userId} and l.status = 'paused'
      and l.program_id = any(${sql.param([...programIds])}::uuid[])
    order by l.status_on nulls first, l.reading_key, l.name_key, l.id
    limit ${limit}`);
  return result.rows;
}

/** Who is due in these programs by their days, longest due first. An index range per program (learners_due). */
export async function dueUntil(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  programs: readonly { programId: string; today: LocalDate }[],
  now: Date,
): Promise<ListedLearner[]> {
  if (programs.length === 0) return [];
  const result = await db.execute<ListedLearner & Record<string, unknown>>(sql`
    select ${listedColumns}
    from unnest(
      ${sql.param(programs.map((program) => program.programId))}::uuid[],
      ${sql.param(programs.map((program) => program.today))}::date[]
    ) as slot(program_id, today)
    join learners l on l.workspace_id = ${workspaceId} and l.program_id = slot.program_id and l.status = 'active'
      and l.due_on <= slot.today
    ${listedJoins(now)}
    order by l.due_on, l.reading_key, l.name_key, l.id`);
  return result.rows;
}

/** Learners whose floor ends on one of two days. An index range (learners_floor). */
export async function floorsEnding(
  db: Queryable,
  scope: ProgramScope,
  { from, to, limit, now }: { from: LocalDate; to: LocalDate; limit: number; now: Date },
): Promise<ListedLearner[]> {
  const result = await db.execute<ListedLearner & Record<string, unknown>>(sql`
    select ${listedColumns}
    from learners l ${listedJoins(now)}
    where l.workspace_id = ${scope.workspaceId} and l.program_id = ${scope.programId} and l.status = 'active'
      and l.floor_on between ${from}::date and ${to}::date
    order by l.floor_on, l.reading_key, l.name_key, l.id
    limit ${limit}`);
  return result.rows;
}

export interface AwaitingReply {
  learnerId: string;
  name: string;
  since: LocalDate;
  companionName: string | null;
}

/**
 * Learners who haven't answered since before a day, longest first. Without those who are quietly watched over on the
 * list's day: why they are left in peace is known, and the end of the watch brings them back.
 */
export async function awaitingReply(
  db: Queryable,
  scope: ProgramScope,
  { on, before, limit }: { on: LocalDate; before: LocalDate; limit: number },
): Promise<AwaitingReply[]> {
  const result = await db.execute<AwaitingReply & Record<string, unknown>>(sql`
    select l.id as "learnerId", l.name, l.awaiting_reply_since::text as since, c.name as "companionName"
    from learners l
    left join members c on c.workspace_id = l.workspace_id and c.user_id = l.companion_id
    where l.workspace_id = ${scope.workspaceId} and l.program_id = ${scope.programId} and l.status = 'active'
      and l.awaiting_reply_since is not null and l.awaiting_reply_since < ${before}::date
      and not (l.watching and l.due_on > ${on}::date)
    order by l.awaiting_reply_since, l.reading_key, l.name_key, l.id
    limit ${limit}`);
  return result.rows;
}

export interface PromiseDue {
  promiseId: string;
  learnerName: string;
  startedOn: LocalDate;
  namesake: boolean;
  text: string;
  dueOn: LocalDate;
  madeByName: string;
  kept: boolean;
}

/** Promises that fall due in these days: those still open, and those kept since an instant. */
export async function promisesDue(
  db: Queryable,
  scope: ProgramScope,
  { after, until, keptSince, limit }: { after: LocalDate; until: LocalDate; keptSince: Date; limit: number },
): Promise<PromiseDue[]> {
  const result = await db.execute<PromiseDue & Record<string, unknown>>(sql`
    select r.id as "promiseId", l.name as "learnerName", l.started_on::text as "startedOn", r.text,
      r.due_on::text as "dueOn", m.name as "madeByName", r.kept_at is not null as kept,
      ${hasNamesake} as namesake
    from promises r
    join learners l on l.workspace_id = r.workspace_id and l.id = r.learner_id and l.status = 'active'
    join members m on m.workspace_id = r.workspace_id and m.user_id = r.made_by
    where r.workspace_id = ${scope.workspaceId} and r.program_id = ${scope.programId}
      and (r.kept_at is null or r.kept_at >= ${keptSince.toISOString()}::timestamptz) and r.due_on > ${after}::date and r.due_on <= ${until}::date
    order by r.due_on, l.reading_key, l.name_key, r.id
    limit ${limit}`);
  return result.rows;
}

export interface EndingWatch {
  learnerId: string;
  name: string;
  reason: string;
  companionName: string | null;
}

/** Quiet watches that end on a day. An index range (learners_due). */
export async function watchesEnding(
  db: Queryable,
  scope: ProgramScope,
  { on, limit }: { on: LocalDate; limit: number },
): Promise<EndingWatch[]> {
  const result = await db.execute<EndingWatch & Record<string, unknown>>(sql`
    select l.id as "learnerId", l.name, coalesce(l.plan_reason, '') as reason, c.name as "companionName"
    from learners l
    left join members c on c.workspace_id = l.workspace_id and c.user_id = l.companion_id
    where l.workspace_id = ${scope.workspaceId} and l.program_id = ${scope.programId} and l.status = 'active'
      and l.due_on = ${on}::date and l.watching
    order by l.reading_key, l.name_key, l.id
    limit ${limit}`);
  return result.rows;
}
