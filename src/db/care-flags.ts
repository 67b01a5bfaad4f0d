import { and, asc, eq, inArray, lte, or, sql } from 'drizzle-orm';
import type { Concern } from '../domain/check-in';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import type { Delivery } from './deliveries';
import { careFlags, checkIns, deliveries } from './schema';

export type CareFlag = typeof careFlags.$inferSelect;

/** A flag with how far its message has come. */
export type StandingFlag = Pick<CareFlag, 'userId' | 'deliveryId' | 'urgent'> & Pick<Delivery, 'status'>;

/** The flags of a check-in, their messages locked: whether they have been told can't change meanwhile. */
export async function lockFlagsOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  checkInId: string,
): Promise<StandingFlag[]> {
  const { userId, deliveryId, urgent } = careFlags;
  return db
    .select({ userId, deliveryId, urgent, status: deliveries.status })
    .from(careFlags)
    .innerJoin(deliveries, sameMessage)
    .where(and(eq(careFlags.workspaceId, workspaceId), eq(careFlags.checkInId, checkInId)))
    .orderBy(asc(deliveries.id))
    .for('update', { of: deliveries });
}

const sameMessage = and(
  eq(deliveries.workspaceId, careFlags.workspaceId),
  eq(deliveries.id, careFlags.deliveryId),
);

/** Sets by which message somebody is told of a check-in. */
export async function saveFlag(db: Queryable, flag: CareFlag): Promise<void> {
  const { deliveryId, urgent } = flag;
  await db
    .insert(careFlags)
    .values(flag)
    .onConflictDoUpdate({
      target: [careFlags.workspaceId, careFlags.checkInId, careFlags.userId],
      set: { deliveryId, urgent },
    });
}

export async function removeFlag(
  db: Queryable,
  { workspaceId, checkInId, userId }: Pick<CareFlag, 'workspaceId' | 'checkInId' | 'userId'>,
): Promise<void> {
  await db
    .delete(careFlags)
    .where(
      and(
        eq(careFlags.workspaceId, workspaceId),
        eq(careFlags.checkInId, checkInId),
        eq(careFlags.userId, userId),
      ),
    );
}

/**
 * Somebody's daily messages that are still to go out and that a flag of now belongs into, locked: that of the day, and
 * one that is late.
 */
export async function lockNextMessages(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { userId, on, now }: { userId: string; on: LocalDate; now: Date },
): Promise<string[]> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.recipient, userId),
        eq(deliveries.kind, 'care_team'),
        eq(deliveries.status, 'planned'),
        or(eq(deliveries.onDate, on), lte(deliveries.runAt, now)),
      ),
    )
    .orderBy(asc(deliveries.id))
    .for('update');
  return rows.map(({ id }) => id);
}

/** How many flags each of these messages holds. */
export async function flagCounts(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  deliveryIds: readonly string[],
): Promise<Map<string, number>> {
  if (deliveryIds.length === 0) return new Map();
  const rows = await db
    .select({ deliveryId: careFlags.deliveryId, count: sql<number>`count(*)::int` })
    .from(careFlags)
    .where(and(eq(careFlags.workspaceId, workspaceId), inArray(careFlags.deliveryId, [...deliveryIds])))
    .groupBy(careFlags.deliveryId);
  return new Map(rows.map(({ deliveryId, count }) => [deliveryId, count]));
}

/** Notes that these messages have more to show than they may show by now. */
export async function touchMessages(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  deliveryIds: readonly string[],
): Promise<Pick<Delivery, 'id' | 'status' | 'shownRevision'>[]> {
  if (deliveryIds.length === 0) return [];
  return db
    .update(deliveries)
    .set({ wantedRevision: sql`${deliveries.wantedRevision} + 1` })
    .where(and(eq(deliveries.workspaceId, workspaceId), inArray(deliveries.id, [...deliveryIds])))
    .returning({ id: deliveries.id, status: deliveries.status, shownRevision: deliveries.shownRevision });
}

/** What somebody was flagged of: the check-in's learner, and by which message. Null: it isn't meant for her. */
export async function findFlag(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  userId: string,
  checkInId: string,
): Promise<{ learnerId: string; authorId: string; contactedOn: LocalDate; deliveryId: string } | null> {
  const { learnerId, authorId, contactedOn } = checkIns;
  const [row] = await db
    .select({ learnerId, authorId, contactedOn, deliveryId: careFlags.deliveryId })
    .from(careFlags)
    .innerJoin(
      checkIns,
      and(eq(checkIns.workspaceId, careFlags.workspaceId), eq(checkIns.id, careFlags.checkInId)),
    )
    .where(
      and(
        eq(careFlags.workspaceId, workspaceId),
        eq(careFlags.userId, userId),
        eq(careFlags.checkInId, checkInId),
      ),
    );
  return row ?? null;
}

/** A flag as its message shows it. */
export interface FlaggedRow {
  checkInId: string;
  learnerId: string;
  name: string;
  startedOn: LocalDate;
  namesake: boolean;
  programName: string;
  zone: string;
  /** Whether the learner can still be acted for: neither completed nor withdrawn. */
  present: boolean;
  authorName: string;
  contactedOn: LocalDate;
  motivation: number | null;
  concerns: Concern[];
  note: string;
  learnerWords: string;
  /** The last instant at which the reader answered; null: not yet. */
  answeredAt: string | null;
}

/** What a message tells, learner by learner, oldest first; nothing of learners who are no longer in the reader's care. */
export async function flaggedIn(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  deliveryId: string,
): Promise<FlaggedRow[]> {
  const result = await db.execute<FlaggedRow & Record<string, unknown>>(sql`
    select k.id as "checkInId", l.id as "learnerId", l.name, l.started_on::text as "startedOn", p.name as "programName",
      p.zone, l.status in ('active', 'paused') as present, m.name as "authorName",
      k.contacted_on::text as "contactedOn", k.motivation, k.concerns, k.note, k.learner_words as "learnerWords",
      exists (select 1 from learners n where n.workspace_id = l.workspace_id and n.program_id = l.program_id
        and n.name_key = l.name_key and n.id <> l.id) as namesake,
      (select max(a.created_at)::text from care_answers a where a.workspace_id = f.workspace_id
        and a.check_in_id = f.check_in_id and a.author_id = f.user_id) as "answeredAt"
    from care_flags f
    join check_ins k on k.workspace_id = f.workspace_id and k.id = f.check_in_id
    join learners l on l.workspace_id = k.workspace_id and l.id = k.learner_id
    join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
    join members m on m.workspace_id = k.workspace_id and m.user_id = k.author_id
    where f.workspace_id = ${workspaceId} and f.delivery_id = ${deliveryId}
      and exists (select 1 from care_team c where c.workspace_id = l.workspace_id and c.learner_id = l.id
        and c.user_id = f.user_id)
    order by min(f.flagged_at) over (partition by l.id), l.id, f.flagged_at, k.id`);
  return result.rows;
}

/** The programs whose learners a message tells of. */
export async function programsFlaggedIn(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  deliveryId: string,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ programId: checkIns.programId })
    .from(careFlags)
    .innerJoin(
      checkIns,
      and(eq(checkIns.workspaceId, careFlags.workspaceId), eq(checkIns.id, careFlags.checkInId)),
    )
    .where(and(eq(careFlags.workspaceId, workspaceId), eq(careFlags.deliveryId, deliveryId)));
  return rows.map(({ programId }) => programId);
}
