import { and, asc, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import { addDays, type LocalDate, localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { absences, members } from './schema';

export type Absence = typeof absences.$inferSelect;

/** A Slack user in a workspace. */
export interface MemberKey {
  workspaceId: string;
  userId: string;
}

export interface AbsenceDays extends MemberKey {
  absenceId: string;
  from: LocalDate;
  to: LocalDate;
}

/** How long an absence is remembered, in days: on a due day it is asked whether a reminder could come before it. */
const rememberedDays = 31;

/**
 * The absences of these people, of all workspaces, but for those that were over a month ago, by their first day. An index
 * range per person (absences_of_member), whatever PostgreSQL thinks of so many: that is what `offset 0` is for.
 */
export async function absencesOf(
  db: Queryable,
  people: readonly MemberKey[],
  now: Date,
): Promise<AbsenceDays[]> {
  if (people.length === 0) return [];
  const since = addDays(localDateAt(now, 'UTC'), -rememberedDays);
  const result = await db.execute<AbsenceDays & Record<string, unknown>>(sql`
    select a.workspace_id as "workspaceId", a.user_id as "userId", a.id as "absenceId", a.from_on::text as "from",
      a.to_on::text as "to"
    from (select distinct * from unnest(
      ${sql.param(people.map((person) => person.workspaceId))}::text[],
      ${sql.param(people.map((person) => person.userId))}::text[]
    ) as one(workspace_id, user_id)) as person
    cross join lateral (
      select * from absences
      where workspace_id = person.workspace_id and user_id = person.user_id
        and cancelled_at is null and to_on >= ${since}::date
      offset 0
    ) a
    order by a.from_on`);
  return result.rows;
}

export interface CoverNow extends MemberKey {
  /** Whose absence it is. */
  absentId: string;
  absenceId: string;
}

/**
 * Whom each of these people has agreed to cover, of those who are away now where they are. An index range per person
 * (cover_requests_to), as above.
 */
export async function coversNow(db: Queryable, people: readonly MemberKey[], now: Date): Promise<CoverNow[]> {
  if (people.length === 0) return [];
  const result = await db.execute<CoverNow & Record<string, unknown>>(sql`
    select distinct k.workspace_id as "workspaceId", k.to_id as "userId", a.user_id as "absentId",
      a.id as "absenceId"
    from unnest(
      ${sql.param(people.map((person) => person.workspaceId))}::text[],
      ${sql.param(people.map((person) => person.userId))}::text[]
    ) as person(workspace_id, user_id)
    cross join lateral (
      select * from cover_requests
      where workspace_id = person.workspace_id and to_id = person.user_id
        and status = 'accepted' and absence_id is not null
      offset 0
    ) k
    join absences a on a.workspace_id = k.workspace_id and a.id = k.absence_id and a.cancelled_at is null
    join members c on c.workspace_id = a.workspace_id and c.user_id = a.user_id
    where (${now.toISOString()}::timestamptz at time zone c.zone)::date between a.from_on and a.to_on`);
  return result.rows;
}

/** Holds a member's row, so that her absences are changed by one at a time. */
export async function lockMember(
  db: Queryable,
  { workspaceId, userId }: MemberKey,
): Promise<{ zone: string; name: string } | null> {
  const [row] = await db
    .select({ zone: members.zone, name: members.name })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId)))
    .for('no key update');
  return row ?? null;
}

/** An absence of somebody's that shares a day with these; null: none does. */
export async function overlappingAbsence(
  db: Queryable,
  { workspaceId, userId }: MemberKey,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<{ from: LocalDate; to: LocalDate } | null> {
  const [row] = await db
    .select({ from: absences.fromOn, to: absences.toOn })
    .from(absences)
    .where(
      and(
        eq(absences.workspaceId, workspaceId),
        eq(absences.userId, userId),
        isNull(absences.cancelledAt),
        gte(absences.toOn, from),
        lte(absences.fromOn, to),
      ),
    )
    .orderBy(asc(absences.fromOn))
    .limit(1);
  return row ?? null;
}

export async function findAbsenceBySubmission(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  submissionKey: string,
): Promise<Absence | null> {
  const [row] = await db
    .select()
    .from(absences)
    .where(and(eq(absences.workspaceId, workspaceId), eq(absences.submissionKey, submissionKey)));
  return row ?? null;
}

export async function insertAbsence(
  db: Queryable,
  row: typeof absences.$inferInsert,
): Promise<{ id: string }> {
  const [added] = await db.insert(absences).values(row).returning({ id: absences.id });
  if (!added) throw new Error('absences: expected the inserted row');
  return added;
}

/** An absence of that person's that counts; null: there is none. */
export async function findAbsence(
  db: Queryable,
  { workspaceId, userId }: MemberKey,
  absenceId: string,
): Promise<Absence | null> {
  const [row] = await db
    .select()
    .from(absences)
    .where(
      and(
        eq(absences.workspaceId, workspaceId),
        eq(absences.userId, userId),
        eq(absences.id, absenceId),
        isNull(absences.cancelledAt),
      ),
    );
  return row ?? null;
}

export async function updateAbsence(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  absenceId: string,
  changes: Partial<Pick<Absence, 'toOn' | 'cancelledAt'>>,
): Promise<void> {
  await db
    .update(absences)
    .set(changes)
    .where(and(eq(absences.workspaceId, workspaceId), eq(absences.id, absenceId)));
}
