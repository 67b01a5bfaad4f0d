import { and, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { CheckInContent } from '../domain/check-in';
import type { LocalDate } from '../domain/dates';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import type { SeenLearner } from './learners';
import { careTeam, checkInCorrections, checkIns, learners, members, promises, supporters } from './schema';

export type CheckIn = typeof checkIns.$inferSelect;

interface NewCheckIn {
  learnerId: string;
  authorId: string;
  content: CheckInContent;
  counts: boolean;
  sourcePermalink: string | null;
  submissionKey: string;
  createdAt: Date;
}

/** Null: this submission is logged already. */
export async function insertCheckIn(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  { content: { promise, ...content }, ...checkIn }: NewCheckIn,
): Promise<{ id: string } | null> {
  const scope = { workspaceId, programId };
  const { learnerId, authorId, counts, sourcePermalink, submissionKey, createdAt } = checkIn;
  const [row] = await db
    .insert(checkIns)
    .values({ ...scope, ...content, learnerId, authorId, counts, sourcePermalink, submissionKey, createdAt })
    .onConflictDoNothing({ target: [checkIns.workspaceId, checkIns.submissionKey] })
    .returning({ id: checkIns.id });
  if (!row) return null;
  await writePromise(db, scope, { learnerId, authorId, checkInId: row.id }, promise);
  return row;
}

interface PromiseOwner {
  learnerId: string;
  checkInId: string;
  authorId: string;
}

/**
 * Sets, changes or takes back the promise of a check-in. One that was kept stays kept: a correction mends what was
 * written, and what is promised anew belongs to a new check-in.
 */
async function writePromise(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  { learnerId, checkInId, authorId }: PromiseOwner,
  promise: CheckInContent['promise'],
): Promise<void> {
  if (!promise) {
    await db
      .delete(promises)
      .where(and(eq(promises.workspaceId, workspaceId), eq(promises.checkInId, checkInId)));
    return;
  }
  await db
    .insert(promises)
    .values({ workspaceId, programId, ...promise, learnerId, checkInId, madeBy: authorId })
    .onConflictDoUpdate({ target: [promises.workspaceId, promises.checkInId], set: promise });
}

export async function findBySubmission(
  db: Queryable,
  scope: WorkspaceScope,
  submissionKey: string,
): Promise<{ checkIn: CheckIn; promise: CheckInContent['promise'] } | null> {
  const [row] = await db
    .select({ checkIn: checkIns, text: promises.text, dueOn: promises.dueOn })
    .from(checkIns)
    .leftJoin(
      promises,
      and(eq(promises.workspaceId, checkIns.workspaceId), eq(promises.checkInId, checkIns.id)),
    )
    .where(and(eq(checkIns.workspaceId, scope.workspaceId), eq(checkIns.submissionKey, submissionKey)));
  return row ? { checkIn: row.checkIn, promise: promiseOf(row) } : null;
}

function promiseOf({ text, dueOn }: { text: string | null; dueOn: LocalDate | null }) {
  return text !== null && dueOn !== null ? { text, dueOn } : null;
}

/** A check-in as one person may see it, with its promise. */
export interface SeenCheckIn {
  checkIn: CheckIn;
  promise: CheckInContent['promise'];
  viewerRole: SeenLearner['viewerRole'];
}

/** Null: there is no such check-in of a learner whom the viewer supports or in whose care team she is. */
export async function findCheckInFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  checkInId: string,
): Promise<SeenCheckIn | null> {
  const [row] = await db
    .select({
      checkIn: checkIns,
      text: promises.text,
      dueOn: promises.dueOn,
      role: supporters.role,
      careRole: careTeam.role,
    })
    .from(checkIns)
    .leftJoin(
      supporters,
      and(
        eq(supporters.workspaceId, checkIns.workspaceId),
        eq(supporters.programId, checkIns.programId),
        eq(supporters.userId, viewerId),
        isNull(supporters.removedAt),
      ),
    )
    .leftJoin(
      careTeam,
      and(
        eq(careTeam.workspaceId, checkIns.workspaceId),
        eq(careTeam.learnerId, checkIns.learnerId),
        eq(careTeam.userId, viewerId),
      ),
    )
    .leftJoin(
      promises,
      and(eq(promises.workspaceId, checkIns.workspaceId), eq(promises.checkInId, checkIns.id)),
    )
    .where(and(eq(checkIns.workspaceId, scope.workspaceId), eq(checkIns.id, checkInId)))
    .limit(1);
  const viewerRole = row?.role ?? row?.careRole;
  return row && viewerRole ? { checkIn: row.checkIn, promise: promiseOf(row), viewerRole } : null;
}

interface Correction {
  checkIn: CheckIn;
  before: CheckInContent;
  after: CheckInContent;
  correctedBy: string;
  correctedAt: Date;
}

/** Overwrites what a check-in says and keeps what it said. False: it was corrected by somebody else meanwhile. */
export async function correctCheckInRow(
  db: Queryable,
  scope: ProgramScope,
  { checkIn, before, after: { promise, ...content }, correctedBy, correctedAt }: Correction,
): Promise<boolean> {
  const changed = await db
    .update(checkIns)
    .set({ ...content, version: checkIn.version + 1 })
    .where(
      and(
        eq(checkIns.workspaceId, scope.workspaceId),
        eq(checkIns.id, checkIn.id),
        eq(checkIns.version, checkIn.version),
      ),
    )
    .returning({ id: checkIns.id });
  if (changed.length === 0) return false;
  await db.insert(checkInCorrections).values({
    workspaceId: scope.workspaceId,
    checkInId: checkIn.id,
    version: checkIn.version,
    before,
    correctedBy,
    correctedAt,
  });
  await writePromise(
    db,
    scope,
    { learnerId: checkIn.learnerId, checkInId: checkIn.id, authorId: checkIn.authorId },
    promise,
  );
  return true;
}

/** What a learner's check-ins, taken together, say of her now. */
export type ContactState = {
  lastContactOn: LocalDate | null;
  awaitingReplySince: LocalDate | null;
  /** The unit of the latest check-in that names one. */
  unit: string | null;
};

/** As contactStatesOf, of one learner. */
export async function contactStateOf(
  db: Queryable,
  scope: WorkspaceScope,
  learnerId: string,
): Promise<ContactState> {
  const states = await contactStatesOf(db, scope, [learnerId]);
  return states.get(learnerId) ?? { lastContactOn: null, awaitingReplySince: null, unit: null };
}

/**
 * Reads it from the timeline's index, by learner id: a learner has some dozens of check-ins at most. A message is answered
 * by a later check-in that says so, and by whatever the learner wrote since where Banso sees it (learners.seen_at).
 */
export async function contactStatesOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerIds: readonly string[],
): Promise<Map<string, ContactState>> {
  const { rows } = await db.execute<ContactState & { learnerId: string }>(sql`
    select asked.id as "learnerId", state.* from unnest(${sql.param([...learnerIds])}::uuid[]) asked(id)
    cross join lateral (
      with timeline as (
        select * from check_ins where workspace_id = ${workspaceId} and learner_id = asked.id
      ), seen as (
        select (l.seen_at at time zone p.zone)::date as seen_on, l.seen_at
        from learners l join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
        where l.workspace_id = ${workspaceId} and l.id = asked.id
      ), answered as (
        select contacted_on, created_at from timeline where outcome <> 'sent'
        order by contacted_on desc, created_at desc limit 1
      )
      select (select max(contacted_on) from timeline where counts)::text as "lastContactOn",
        (select min(contacted_on) from timeline where outcome = 'sent' and not exists (
          select 1 from answered
          where (answered.contacted_on, answered.created_at) > (timeline.contacted_on, timeline.created_at)
        ) and not exists (
          select 1 from seen where (seen.seen_on, seen.seen_at) > (timeline.contacted_on, timeline.created_at)
        ))::text as "awaitingReplySince",
        (select unit from timeline where unit <> '' order by contacted_on desc, created_at desc limit 1) as unit
    ) state`);
  return new Map(rows.map(({ learnerId, ...state }) => [learnerId, state]));
}

/** What was last said, where a check-in is shown in a line or two: its note, else the message that was sent. */
export const lastSaid = (checkIn: SQL) =>
  sql<string>`coalesce(nullif(${checkIn}.note, ''), ${checkIn}.sent_text)`;

/** Each of these learners' latest check-in, by learner id: one query for a whole list. */
export async function latestCheckIns(db: Queryable, scope: WorkspaceScope, learnerIds: readonly string[]) {
  if (learnerIds.length === 0) return new Map<string, never>();
  const rows = await db
    .selectDistinctOn([checkIns.learnerId], {
      learnerId: checkIns.learnerId,
      contactedOn: checkIns.contactedOn,
      outcome: checkIns.outcome,
      note: lastSaid(sql`${checkIns}`),
      authorName: members.name,
    })
    .from(checkIns)
    .innerJoin(
      members,
      and(eq(members.workspaceId, checkIns.workspaceId), eq(members.userId, checkIns.authorId)),
    )
    .where(and(eq(checkIns.workspaceId, scope.workspaceId), inArray(checkIns.learnerId, [...learnerIds])))
    .orderBy(checkIns.learnerId, desc(checkIns.contactedOn), desc(checkIns.createdAt));
  return new Map(rows.map(({ learnerId, ...last }) => [learnerId, last]));
}

/** The learners' own words that were shared as a win from one instant on to before another, latest first. */
export async function winsBetween(
  db: Queryable,
  scope: ProgramScope,
  { from, before, limit }: { from: Date; before: Date; limit: number },
) {
  return db
    .select({ learnerName: learners.name, words: checkIns.learnerWords, authorName: members.name })
    .from(checkIns)
    .innerJoin(
      learners,
      and(eq(learners.workspaceId, checkIns.workspaceId), eq(learners.id, checkIns.learnerId)),
    )
    .innerJoin(
      members,
      and(eq(members.workspaceId, checkIns.workspaceId), eq(members.userId, checkIns.authorId)),
    )
    .where(
      and(
        eq(checkIns.workspaceId, scope.workspaceId),
        eq(checkIns.programId, scope.programId),
        eq(checkIns.shareAsWin, true),
        gte(checkIns.createdAt, from),
        lt(checkIns.createdAt, before),
      ),
    )
    .orderBy(desc(checkIns.createdAt))
    .limit(limit);
}

/**
 * Whether somebody has logged a check-in in a program that she supports or supported, newest first: one of a team's last few is
 * hers, and only of a newcomer all are looked at. An index range per program (check_ins_by_day): `coalesce` keeps PostgreSQL from
 * collecting all that are hers to find the newest.
 */
export async function hasLoggedCheckIn(
  db: Queryable,
  { workspaceId, userId }: WorkspaceScope & { userId: string },
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from programs p
    join supporters s on s.workspace_id = p.workspace_id and s.program_id = p.id and s.user_id = ${userId}
    cross join lateral (
      select from check_ins c
      where c.workspace_id = p.workspace_id and c.program_id = p.id and coalesce(c.author_id = ${userId}, false)
      order by c.contacted_on desc
      limit 1
    ) logged
    where p.workspace_id = ${workspaceId}
    limit 1`);
  return rows.length > 0;
}
