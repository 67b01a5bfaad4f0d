import { sql } from 'drizzle-orm';
import type { NextContact } from '../domain/cadence';
import type { LocalDate } from '../domain/dates';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';

/** A learner's companion `c`, if any, and `s`: whether she supports the learner's program now. */
const companion = sql`
  left join members c on c.workspace_id = l.workspace_id and c.user_id = l.companion_id
  left join supporters s on s.workspace_id = l.workspace_id and s.program_id = l.program_id
    and s.user_id = l.companion_id and s.removed_at is null`;

/** Whether somebody acts for a learner: a companion who supports the program now and whom Slack can reach. */
const covered = sql`(s.user_id is not null and c.unreachable_since is null)`;

export interface DueInProgram {
  programId: string;
  learnerId: string;
  dueOn: LocalDate;
  uncovered: boolean;
}

/**
 * Who is due in each program by its day, in the digest's order: those whom nobody covers, then by companion,
 * longest due first. An index range per program (learners_due).
 */
export async function dueInPrograms(
  db: Queryable,
  slots: readonly { workspaceId: string; programId: string; on: LocalDate }[],
): Promise<DueInProgram[]> {
  if (slots.length === 0) return [];
  const result = await db.execute<DueInProgram & Record<string, unknown>>(sql`
    select l.program_id as "programId", l.id as "learnerId", l.due_on::text as "dueOn", not ${covered} as uncovered
    from unnest(
      ${sql.param(slots.map((slot) => slot.workspaceId))}::text[],
      ${sql.param(slots.map((slot) => slot.programId))}::uuid[],
      ${sql.param(slots.map((slot) => slot.on))}::date[]
    ) as slot(workspace_id, program_id, day)
    join learners l on l.workspace_id = slot.workspace_id and l.program_id = slot.program_id
      and l.status = 'active' and l.due_on <= slot.day
    ${companion}
    order by l.program_id, uncovered desc, c.name, l.companion_id, l.due_on, l.reading_key, l.name_key, l.id`);
  return result.rows;
}

export interface DueForMember {
  workspaceId: string;
  userId: string;
  learnerId: string;
  dueOn: LocalDate;
}

/**
 * Who is due in each supporter's caseload by her horizon, longest due first, without those who were contacted
 * on the program's present day already. An index range per supporter (learners_caseload).
 */
export async function dueForMembers(
  db: Queryable,
  slots: readonly {
    workspaceId: string;
    userId: string;
    programId: string;
    /** The program's local date now. */
    today: LocalDate;
    /** The last due day that belongs into this reminder. */
    horizon: LocalDate;
  }[],
): Promise<DueForMember[]> {
  if (slots.length === 0) return [];
  const result = await db.execute<DueForMember & Record<string, unknown>>(sql`
    select l.workspace_id as "workspaceId", l.companion_id as "userId", l.id as "learnerId",
      l.due_on::text as "dueOn"
    from unnest(
      ${sql.param(slots.map((slot) => slot.workspaceId))}::text[],
      ${sql.param(slots.map((slot) => slot.userId))}::text[],
      ${sql.param(slots.map((slot) => slot.programId))}::uuid[],
      ${sql.param(slots.map((slot) => slot.today))}::date[],
      ${sql.param(slots.map((slot) => slot.horizon))}::date[]
    ) as slot(workspace_id, user_id, program_id, today, horizon)
    join learners l on l.workspace_id = slot.workspace_id and l.companion_id = slot.user_id
      and l.status = 'active' and l.due_on <= slot.horizon and l.program_id = slot.program_id
      and (l.last_contact_on is null or l.last_contact_on < slot.today)
    order by l.workspace_id, l.companion_id, l.due_on, l.reading_key, l.name_key, l.id`);
  return result.rows;
}

export interface ListedLearner {
  learnerId: string;
  programId: string;
  programName: string;
  name: string;
  startedOn: LocalDate;
  namesake: boolean;
  status: 'active' | 'paused' | 'completed' | 'withdrawn';
  unit: string;
  planReason: string | null;
  lastContactOn: LocalDate | null;
  dueOn: LocalDate | null;
  floorOn: LocalDate | null;
  dueReason: NextContact['reason'];
  companionId: string | null;
  companionName: string | null;
  covered: boolean;
}

const listedColumns = sql`
  l.id as "learnerId", l.program_id as "programId", p.name as "programName", l.name,
  l.started_on::text as "startedOn", l.status, l.unit, l.plan_reason as "planReason",
  l.last_contact_on::text as "lastContactOn", l.due_on::text as "dueOn", l.floor_on::text as "floorOn",
  l.due_reason as "dueReason", l.companion_id as "companionId", c.name as "companionName",
  ${covered} as covered,
  exists (select 1 from learners n where n.workspace_id = l.workspace_id and n.program_id = l.program_id
    and n.name_key = l.name_key and n.id <> l.id) as namesake`;

const listedJoins = sql`
  join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
  ${companion}`;

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
): Promise<ItemOnPage[]> {
  const result = await db.execute<ItemOnPage & Record<string, unknown>>(sql`
    select dl.delivery_id as "deliveryId", dl.due_on::text as "listedDueOn", ${listedColumns}
    from delivery_learners dl
    join deliveries d on d.workspace_id = dl.workspace_id and d.id = dl.delivery_id
    join learners l on l.workspace_id = dl.workspace_id and l.id = dl.learner_id
    ${listedJoins}
    where dl.workspace_id = ${scope.workspaceId} and dl.delivery_id = any(${sql.param([...deliveryIds])}::uuid[])
    order by d.page, dl.position`);
  return result.rows;
}

export interface CaseloadLearner extends ListedLearner {
  /** Quietly watched over: planned later than the rhythm. */
  watching: boolean;
}

/**
 * A supporter's learners who are due in each of her programs by its day, longest due first. An index range per
 * program (learners_caseload).
 */
export async function caseloadUntil(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  userId: string,
  programs: readonly { programId: string; until: LocalDate }[],
): Promise<CaseloadLearner[]> {
  if (programs.length === 0) return [];
  const result = await db.execute<CaseloadLearner & Record<string, unknown>>(sql`
    select ${listedColumns}, l.watching
    from unnest(
      ${sql.param(programs.map((program) => program.programId))}::uuid[],
      ${sql.param(programs.map((program) => program.until))}::date[]
    ) as slot(program_id, until)
    join learners l on l.workspace_id = ${workspaceId} and l.companion_id = ${userId}
      and l.status = 'active' and l.due_on <= slot.until and l.program_id = slot.program_id
    ${listedJoins}
    order by l.due_on, l.reading_key, l.name_key, l.id`);
  return result.rows;
}

/** Learners whose floor ends on one of two days. An index range (learners_floor). */
export async function floorsEnding(
  db: Queryable,
  scope: ProgramScope,
  { from, to, limit }: { from: LocalDate; to: LocalDate; limit: number },
): Promise<ListedLearner[]> {
  const result = await db.execute<ListedLearner & Record<string, unknown>>(sql`
    select ${listedColumns}
    from learners l ${listedJoins}
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

/** Learners who haven't answered since before a day, longest first. */
export async function awaitingReply(
  db: Queryable,
  scope: ProgramScope,
  { before, limit }: { before: LocalDate; limit: number },
): Promise<AwaitingReply[]> {
  const result = await db.execute<AwaitingReply & Record<string, unknown>>(sql`
    select l.id as "learnerId", l.name, l.awaiting_reply_since::text as since, c.name as "companionName"
    from learners l
    left join members c on c.workspace_id = l.workspace_id and c.user_id = l.companion_id
    where l.workspace_id = ${scope.workspaceId} and l.program_id = ${scope.programId} and l.status = 'active'
      and l.awaiting_reply_since is not null and l.awaiting_reply_since < ${before}::date
    order by l.awaiting_reply_since, l.reading_key, l.name_key, l.id
    limit ${limit}`);
  return result.rows;
}

export interface OpenPromise {
  learnerName: string;
  text: string;
  dueOn: LocalDate;
  madeByName: string;
}

export async function promisesDue(
  db: Queryable,
  scope: ProgramScope,
  { after, until, limit }: { after: LocalDate; until: LocalDate; limit: number },
): Promise<OpenPromise[]> {
  const result = await db.execute<OpenPromise & Record<string, unknown>>(sql`
    select l.name as "learnerName", r.text, r.due_on::text as "dueOn", m.name as "madeByName"
    from promises r
    join learners l on l.workspace_id = r.workspace_id and l.id = r.learner_id and l.status = 'active'
    join members m on m.workspace_id = r.workspace_id and m.user_id = r.made_by
    where r.workspace_id = ${scope.workspaceId} and r.program_id = ${scope.programId}
      and r.kept_at is null and r.due_on > ${after}::date and r.due_on <= ${until}::date
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
