import { and, eq, sql } from 'drizzle-orm';
import type { AbsenceShown, CoverShown } from '../domain/cover';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { MemberKey } from './absences';
import type { Queryable } from './client';
import type { Member } from './members';
import { members } from './schema';

export type Availability = Pick<
  Member,
  'zone' | 'slackZone' | 'workingWeekdays' | 'startsAt' | 'endsAt' | 'remindersOn' | 'secondLook'
>;

export async function updateAvailability(
  db: Queryable,
  { workspaceId, userId }: MemberKey,
  availability: Availability,
): Promise<void> {
  await db
    .update(members)
    .set(availability)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId)));
}

/** Somebody's absences that end on a day or later, with whom she asked to cover, by their first day. */
export async function absencesShown(
  db: Queryable,
  { workspaceId, userId }: MemberKey,
  from: LocalDate,
): Promise<AbsenceShown[]> {
  const result = await db.execute<AbsenceShown & Record<string, unknown>>(sql`
    select a.id as "absenceId", a.from_on::text as "from", a.to_on::text as "to", (
      select coalesce(json_agg(json_build_object('requestId', k.id, 'toName', t.name, 'status', k.status,
        'extent', k.extent, 'learners', (select count(*) from cover_request_learners kl
          where kl.workspace_id = k.workspace_id and kl.request_id = k.id)) order by k.asked_at, k.id), '[]')
      from cover_requests k
      join members t on t.workspace_id = k.workspace_id and t.user_id = k.to_id
      where k.workspace_id = a.workspace_id and k.absence_id = a.id
    ) as requests
    from absences a
    where a.workspace_id = ${workspaceId} and a.user_id = ${userId} and a.cancelled_at is null
      and a.to_on >= ${from}::date
    order by a.from_on`);
  return result.rows;
}

/** For whom somebody was asked to stand in, in absences that aren't over where whoever is away is. */
export async function coversShown(
  db: Queryable,
  { workspaceId, userId }: MemberKey,
  now: Date,
): Promise<CoverShown[]> {
  const result = await db.execute<CoverShown & Record<string, unknown>>(sql`
    select k.id as "requestId", f.name as "fromName", a.from_on::text as "from", a.to_on::text as "to", k.status
    from cover_requests k
    join absences a on a.workspace_id = k.workspace_id and a.id = k.absence_id and a.cancelled_at is null
    join members f on f.workspace_id = k.workspace_id and f.user_id = k.from_id
      and a.to_on >= (${now.toISOString()}::timestamptz at time zone f.zone)::date
    where k.workspace_id = ${workspaceId} and k.to_id = ${userId} and k.status in ('asked', 'accepted')
      and k.absence_id is not null
    order by a.from_on, k.id`);
  return result.rows;
}

export interface PossibleCover {
  name: string;
  zone: string;
  /** Of the programs asked about, those that she supports. */
  programIds: string[];
}

/** Somebody as a cover: which of these programs she supports, where Slack can reach her. Null: none of them. */
export async function findPossibleCover(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  userId: string,
  programIds: readonly string[],
): Promise<PossibleCover | null> {
  const result = await db.execute<PossibleCover & Record<string, unknown>>(sql`
    select m.name, m.zone, array_agg(s.program_id::text) as "programIds"
    from members m
    join supporters s on s.workspace_id = m.workspace_id and s.user_id = m.user_id and s.removed_at is null
      and s.program_id = any(${sql.param([...programIds])}::uuid[])
    where m.workspace_id = ${workspaceId} and m.user_id = ${userId} and m.unreachable_since is null
    group by m.name, m.zone`);
  return result.rows[0] ?? null;
}

/** Of these learners, those of that caseload who are still followed up, with their programs. */
export async function learnersOfCaseload(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  companionId: string,
  learnerIds: readonly string[],
): Promise<{ id: string; programId: string; name: string }[]> {
  const result = await db.execute<{ id: string; programId: string; name: string }>(sql`
    select l.id, l.program_id as "programId", l.name
    from learners l
    where l.workspace_id = ${workspaceId} and l.companion_id = ${companionId}
      and l.id = any(${sql.param([...learnerIds])}::uuid[]) and l.status in ('active', 'paused')`);
  return result.rows;
}
