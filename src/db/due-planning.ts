import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import { type ActorColumns, acting, actorColumns, isAskedFor } from './acting';
import type { Queryable } from './client';
import { type ProgramDay, programDays } from './program-days';

/** Whether learner `l` is on a break that day: nobody is asked to write to her. */
const isAwayOn = (day: SQL) => sql`exists (select 1 from pauses z
  where z.workspace_id = l.workspace_id and z.learner_id = l.id and ${day} between z.from_on and z.to_on)`;

export interface DueInProgram extends ActorColumns {
  workspaceId: string;
  programId: string;
  learnerId: string;
  dueOn: LocalDate;
  floorOn: LocalDate | null;
  dueSetOn: LocalDate;
  lastContactOn: LocalDate | null;
}

/**
 * Who is due in each program by its day, with who acts for each: by that person, longest due first. An index range per
 * program (learners_due).
 */
export async function dueInPrograms(
  db: Queryable,
  slots: readonly ProgramDay[],
  now: Date,
): Promise<DueInProgram[]> {
  if (slots.length === 0) return [];
  const result = await db.execute<DueInProgram & Record<string, unknown>>(sql`
    select l.workspace_id as "workspaceId", l.program_id as "programId", l.id as "learnerId",
      l.due_on::text as "dueOn", l.floor_on::text as "floorOn", l.due_set_on::text as "dueSetOn",
      l.last_contact_on::text as "lastContactOn", ${actorColumns}
    from ${programDays(slots)}
    join learners l on l.workspace_id = slot.workspace_id and l.program_id = slot.program_id
      and l.status = 'active' and l.due_on <= slot.day
    join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
    ${acting(now)}
    order by l.program_id, actor.name, actor.user_id, l.due_on, l.reading_key, l.name_key, l.id`);
  return result.rows;
}

/**
 * Whose floor must be met by these days in each program and who is due but hasn't been contacted on its present day,
 * whoever's floor ends first first. An index range per program (learners_floor).
 */
export async function floorsAtRisk(
  db: Queryable,
  slots: readonly { workspaceId: string; programId: string; on: LocalDate; until: LocalDate }[],
): Promise<Pick<DueInProgram, 'programId' | 'learnerId' | 'dueOn'>[]> {
  if (slots.length === 0) return [];
  const result = await db.execute<
    Pick<DueInProgram, 'programId' | 'learnerId' | 'dueOn'> & Record<string, unknown>
  >(sql`
    select l.program_id as "programId", l.id as "learnerId", l.due_on::text as "dueOn"
    from unnest(
      ${sql.param(slots.map((slot) => slot.workspaceId))}::text[],
      ${sql.param(slots.map((slot) => slot.programId))}::uuid[],
      ${sql.param(slots.map((slot) => slot.on))}::date[],
      ${sql.param(slots.map((slot) => slot.until))}::date[]
    ) as slot(workspace_id, program_id, day, until)
    join learners l on l.workspace_id = slot.workspace_id and l.program_id = slot.program_id
      and l.status = 'active' and l.floor_on between slot.day and slot.until
      and l.due_on <= slot.until and (l.last_contact_on is null or l.last_contact_on < slot.day)
    where not ${isAwayOn(sql`slot.day`)}
    order by l.program_id, l.floor_on, l.companion_id, l.reading_key, l.name_key, l.id`);
  return result.rows;
}

/** A caseload in which somebody's learners are looked for: her own, or that of somebody whom she covers now. */
export interface CaseloadSlot {
  workspaceId: string;
  /** Who acts for the learners … */
  userId: string;
  /** … and whose caseload they are of. */
  companionId: string;
  programId: string;
  /** The program's local date now. */
  today: LocalDate;
  /** The last due day that counts. */
  until: LocalDate;
}

/**
 * `slot`, and `held`: the learners of each caseload who are due by its day, with those whom the person took for
 * today. An index range per caseload (learners_caseload) and per person (day_covers_of_member): `offset 0` keeps
 * PostgreSQL from looking through all who are due for them. Who acts for them is yet to be asked.
 */
export function heldLearners(slots: readonly CaseloadSlot[]): SQL {
  return sql`with slot as (
    select * from unnest(
      ${sql.param(slots.map((slot) => slot.workspaceId))}::text[],
      ${sql.param(slots.map((slot) => slot.userId))}::text[],
      ${sql.param(slots.map((slot) => slot.companionId))}::text[],
      ${sql.param(slots.map((slot) => slot.programId))}::uuid[],
      ${sql.param(slots.map((slot) => slot.today))}::date[],
      ${sql.param(slots.map((slot) => slot.until))}::date[]
    ) as slot(workspace_id, user_id, companion_id, program_id, today, until)
  ), held as (
    select slot.workspace_id, slot.user_id, l.id as learner_id, slot.today
    from slot
    join learners l on l.workspace_id = slot.workspace_id and l.companion_id = slot.companion_id
      and l.status = 'active' and l.due_on <= slot.until and l.program_id = slot.program_id
    union
    select slot.workspace_id, slot.user_id, l.id, slot.today
    from slot
    cross join lateral (
      select d.workspace_id, d.learner_id from day_covers d
      where d.workspace_id = slot.workspace_id and d.user_id = slot.user_id and d.covered_on = slot.today
      offset 0
    ) d
    join learners l on l.workspace_id = d.workspace_id and l.id = d.learner_id
      and l.status = 'active' and l.due_on <= slot.until and l.program_id = slot.program_id
    where slot.companion_id = slot.user_id
  )`;
}

/** Due days of an absence to come, in a program's dates, that are the covers' where there are any. */
export interface CoverGap {
  workspaceId: string;
  companionId: string;
  programId: string;
  absenceId: string;
  from: LocalDate;
  until: LocalDate;
}

export interface DueForMember {
  workspaceId: string;
  userId: string;
  learnerId: string;
  dueOn: LocalDate;
}

/**
 * For whom each supporter acts who is due by her horizon, and for whom nobody else does, as when Slack could not reach
 * her: longest due first, without those who were contacted on the program's present day already, and without those whose
 * due day somebody will cover.
 */
export async function dueForMembers(
  db: Queryable,
  slots: readonly CaseloadSlot[],
  gaps: readonly CoverGap[],
  now: Date,
): Promise<DueForMember[]> {
  if (slots.length === 0) return [];
  const result = await db.execute<DueForMember & Record<string, unknown>>(sql`
    ${heldLearners(slots)}, gap as (
      select * from unnest(
        ${sql.param(gaps.map((gap) => gap.workspaceId))}::text[],
        ${sql.param(gaps.map((gap) => gap.companionId))}::text[],
        ${sql.param(gaps.map((gap) => gap.programId))}::uuid[],
        ${sql.param(gaps.map((gap) => gap.absenceId))}::uuid[],
        ${sql.param(gaps.map((gap) => gap.from))}::date[],
        ${sql.param(gaps.map((gap) => gap.until))}::date[]
      ) as gap(workspace_id, companion_id, program_id, absence_id, from_on, until_on)
    )
    select held.workspace_id as "workspaceId", held.user_id as "userId", l.id as "learnerId",
      l.due_on::text as "dueOn"
    from held
    join learners l on l.workspace_id = held.workspace_id and l.id = held.learner_id
      and (l.last_contact_on is null or l.last_contact_on < held.today)
    join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
    ${acting(now)}
    where coalesce(actor.user_id, l.companion_id) = held.user_id and not ${isAwayOn(sql`held.today`)} and not exists (
      select 1 from gap
      join cover_requests k on k.workspace_id = gap.workspace_id and k.absence_id = gap.absence_id
        and k.status = 'accepted'
      where gap.workspace_id = l.workspace_id and gap.companion_id = held.user_id
        and gap.companion_id = l.companion_id and gap.program_id = l.program_id
        and l.due_on between gap.from_on and gap.until_on and ${isAskedFor}
    )
    order by held.workspace_id, held.user_id, l.due_on, l.reading_key, l.name_key, l.id`);
  return result.rows;
}
