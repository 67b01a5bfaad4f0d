import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { RequestStory } from '../domain/cover';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { absences, coverRequestLearners, coverRequests, members } from './schema';

export type CoverRequest = typeof coverRequests.$inferSelect;

/** Null: this submission is written already. */
export async function insertCoverRequest(
  db: Queryable,
  row: typeof coverRequests.$inferInsert,
  learnerIds: readonly string[],
): Promise<CoverRequest | null> {
  const [added] = await db.insert(coverRequests).values(row).onConflictDoNothing().returning();
  if (!added || learnerIds.length === 0) return added ?? null;
  const { workspaceId, id: requestId } = added;
  await db
    .insert(coverRequestLearners)
    .values(learnerIds.map((learnerId, position) => ({ workspaceId, requestId, learnerId, position })));
  return added;
}

/** What a modal has asked already; null: nothing. */
export async function findRequestBySubmission(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  submissionKey: string,
): Promise<CoverRequest | null> {
  const [row] = await db
    .select()
    .from(coverRequests)
    .where(and(eq(coverRequests.workspaceId, workspaceId), eq(coverRequests.submissionKey, submissionKey)));
  return row ?? null;
}

/** Whom a request is about by name, however they have changed since. */
export async function namedLearnerIds(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  requestId: string,
): Promise<string[]> {
  const rows = await db
    .select({ learnerId: coverRequestLearners.learnerId })
    .from(coverRequestLearners)
    .where(
      and(eq(coverRequestLearners.workspaceId, workspaceId), eq(coverRequestLearners.requestId, requestId)),
    );
  return rows.map(({ learnerId }) => learnerId);
}

/** The handovers that one modal has asked for, of those about any of these learners: one per companion. */
export async function handoversOfSubmission(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { submissionKey, learnerIds }: { submissionKey: string; learnerIds: readonly string[] },
): Promise<{ toId: string; note: string; learnerIds: string[] }[]> {
  const result = await db.execute<{ toId: string; note: string; learnerIds: string[] }>(sql`
    select k.to_id as "toId", k.note, array_agg(named.learner_id::text) as "learnerIds"
    from cover_requests k
    join cover_request_learners named on named.workspace_id = k.workspace_id and named.request_id = k.id
    where k.workspace_id = ${workspaceId} and k.absence_id is null
      and k.submission_key = ${submissionKey} || '-' || k.from_id
      and k.id in (
        select request_id from cover_request_learners
        where workspace_id = ${workspaceId} and learner_id = any(${sql.param([...learnerIds])}::uuid[]))
    group by k.id`);
  return result.rows;
}

export interface RequestWithAbsence extends CoverRequest {
  /** With the zone of its days; null: a handover. */
  absence: (typeof absences.$inferSelect & { zone: string }) | null;
}

/** Holds a request that was made of this person; null: there is none. */
export async function lockRequestTo(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  toId: string,
  requestId: string,
): Promise<RequestWithAbsence | null> {
  const [row] = await db
    .select({ request: coverRequests, absence: absences, zone: members.zone })
    .from(coverRequests)
    .innerJoin(
      members,
      and(eq(members.workspaceId, coverRequests.workspaceId), eq(members.userId, coverRequests.fromId)),
    )
    .leftJoin(
      absences,
      and(eq(absences.workspaceId, coverRequests.workspaceId), eq(absences.id, coverRequests.absenceId)),
    )
    .where(
      and(
        eq(coverRequests.workspaceId, workspaceId),
        eq(coverRequests.id, requestId),
        eq(coverRequests.toId, toId),
      ),
    )
    .for('update', { of: coverRequests });
  return row ? { ...row.request, absence: row.absence && { ...row.absence, zone: row.zone } } : null;
}

export async function answerRequest(
  db: Queryable,
  { workspaceId, id }: Pick<CoverRequest, 'workspaceId' | 'id'>,
  status: 'accepted' | 'declined',
  answeredAt: Date,
): Promise<void> {
  await db
    .update(coverRequests)
    .set({ status, answeredAt })
    .where(and(eq(coverRequests.workspaceId, workspaceId), eq(coverRequests.id, id)));
}

/** Takes back what hasn't been answered of an absence. Returns all its requests as they stand now. */
export async function closeRequestsOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  absenceId: string,
  at: Date,
): Promise<CoverRequest[]> {
  const ofAbsence = and(eq(coverRequests.workspaceId, workspaceId), eq(coverRequests.absenceId, absenceId));
  await db
    .update(coverRequests)
    .set({ status: 'withdrawn', answeredAt: at })
    .where(and(ofAbsence, eq(coverRequests.status, 'asked')));
  return requestsOf(db, { workspaceId }, absenceId);
}

/** All requests of one absence, however they were answered. */
export async function requestsOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  absenceId: string,
): Promise<CoverRequest[]> {
  return db
    .select()
    .from(coverRequests)
    .where(and(eq(coverRequests.workspaceId, workspaceId), eq(coverRequests.absenceId, absenceId)));
}

/**
 * The learners whom a request is about, as they stand now: still of that caseload and of a program that whoever is asked
 * supports, where it is about everyone, not asked of somebody else by name, and, of a handover that somebody else
 * asked for, of a program that she still leads.
 */
export async function requestedLearners(
  db: Queryable,
  scope: WorkspaceScope,
  requestId: string,
): Promise<{ id: string; name: string }[]> {
  return learnersOf(db, scope, requestId, sql`o.status in ('asked', 'accepted')`);
}

/**
 * For whom the cover of an absence acts once she has agreed, as things stand now: unlike the above also for those asked of
 * somebody who hasn't answered yet (db/acting). Nobody for a handover.
 */
export async function coveredLearners(
  db: Queryable,
  scope: WorkspaceScope,
  requestId: string,
): Promise<{ id: string; name: string }[]> {
  return learnersOf(db, scope, requestId, sql`o.status = 'accepted'`, sql`k.absence_id is not null`);
}

/** `elsewhere`: which requests `o` that name a learner take her out of a request about everyone. */
async function learnersOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  requestId: string,
  elsewhere: SQL,
  ofRequests: SQL = sql`true`,
): Promise<{ id: string; name: string }[]> {
  const result = await db.execute<{ id: string; name: string }>(sql`
    select l.id, l.name
    from cover_requests k
    join learners l on l.workspace_id = k.workspace_id and l.status in ('active', 'paused')
      and (l.companion_id = k.from_id or (l.companion_id is null and k.absence_id is null))
    join supporters s on s.workspace_id = l.workspace_id and s.program_id = l.program_id
      and s.user_id = k.to_id and s.removed_at is null
    left join cover_request_learners kl on kl.workspace_id = k.workspace_id and kl.request_id = k.id
      and kl.learner_id = l.id
    where k.workspace_id = ${workspaceId} and k.id = ${requestId} and ${ofRequests}
      and (k.absence_id is not null or k.asked_by = k.from_id or exists (
        select 1 from supporters a where a.workspace_id = l.workspace_id and a.program_id = l.program_id
          and a.user_id = k.asked_by and a.role = 'lead' and a.removed_at is null))
      and case k.extent when 'some' then kl.learner_id is not null else not exists (
        select 1 from cover_requests o
        join cover_request_learners ol on ol.workspace_id = o.workspace_id and ol.request_id = o.id
        where o.workspace_id = k.workspace_id and o.absence_id = k.absence_id and o.id <> k.id
          and o.extent = 'some' and ${elsewhere} and ol.learner_id = l.id) end
    order by kl.position, l.reading_key, l.name_key, l.id`);
  return result.rows;
}

export async function findRequestStory(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  requestId: string,
): Promise<RequestStory | null> {
  const result = await db.execute<RequestStory & Record<string, unknown>>(sql`
    select k.status, k.extent, k.note, k.from_id as "fromId", f.name as "fromName", t.name as "toName",
      k.asked_by as "askedBy", b.name as "askedByName",
      case when a.id is not null then json_build_object(
        'id', a.id, 'from', a.from_on, 'to', a.to_on, 'zone', f.zone,
        'cancelled', a.cancelled_at is not null) end as absence
    from cover_requests k
    join members f on f.workspace_id = k.workspace_id and f.user_id = k.from_id
    join members t on t.workspace_id = k.workspace_id and t.user_id = k.to_id
    join members b on b.workspace_id = k.workspace_id and b.user_id = k.asked_by
    left join absences a on a.workspace_id = k.workspace_id and a.id = k.absence_id
    where k.workspace_id = ${workspaceId} and k.id = ${requestId}`);
  return result.rows[0] ?? null;
}

/** The learners of these caseloads who stand on a list that is alive. */
export async function listedOfCaseloads(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  companionIds: readonly string[],
): Promise<string[]> {
  const result = await db.execute<{ id: string }>(sql`
    select distinct l.id
    from learners l
    join delivery_learners dl on dl.workspace_id = l.workspace_id and dl.learner_id = l.id
    join deliveries d on d.workspace_id = dl.workspace_id and d.id = dl.delivery_id and d.live
    where l.workspace_id = ${workspaceId} and l.companion_id = any(${sql.param([...companionIds])}::text[])
      and l.status = 'active'`);
  return result.rows.map(({ id }) => id);
}
