import { and, asc, eq, getTableColumns, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import type { Consultation } from './consultations';
import type { Delivery } from './deliveries';
import { consultations, deliveries, programs } from './schema';

/** A consultation, found by its thread. */
export interface ConsultationThread extends Consultation {
  /** The program's. */
  zone: string;
}

/**
 * The consultation whose root post is this message: one index entry (deliveries_consultation), and all that is asked of
 * most messages in threads.
 */
export async function findThreadConsultation(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { channelId, threadTs }: { channelId: string; threadTs: string },
): Promise<ConsultationThread | null> {
  const [row] = await db
    .select({ consultation: getTableColumns(consultations), zone: programs.zone })
    .from(deliveries)
    .innerJoin(
      consultations,
      and(eq(consultations.workspaceId, deliveries.workspaceId), eq(consultations.id, deliveries.id)),
    )
    .innerJoin(
      programs,
      and(eq(programs.workspaceId, consultations.workspaceId), eq(programs.id, consultations.programId)),
    )
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.channelId, channelId),
        eq(deliveries.ts, threadTs),
        eq(deliveries.kind, 'consultation'),
      ),
    );
  return row ? { ...row.consultation, zone: row.zone } : null;
}

/** Its row as it is now, locked until the transaction ends; null: it is gone. */
export async function lockConsultation(
  db: Queryable,
  { workspaceId, id }: Pick<Consultation, 'workspaceId' | 'id'>,
): Promise<Consultation | null> {
  const [row] = await db
    .select()
    .from(consultations)
    .where(and(eq(consultations.workspaceId, workspaceId), eq(consultations.id, id)))
    .for('no key update');
  return row ?? null;
}

export async function setAnswered(
  db: Queryable,
  { workspaceId, id }: Pick<Consultation, 'workspaceId' | 'id'>,
  changes: Pick<Consultation, 'answeredAt' | 'nextNudgeAt'> &
    Partial<Pick<Consultation, 'answerBy' | 'askedAgainAt' | 'askedAgainBy'>>,
): Promise<void> {
  await db
    .update(consultations)
    .set(changes)
    .where(and(eq(consultations.workspaceId, workspaceId), eq(consultations.id, id)));
}

/** A channel, as a place of consultations. */
interface Place {
  channelId: string;
  /** Those that were closed earlier can't be opened again. */
  closedSince: LocalDate;
}

/** Those in a channel to whose threads somebody may still reply: open, or to be opened again. */
function alive(db: Queryable, { workspaceId }: WorkspaceScope, { channelId, closedSince }: Place) {
  const there = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.channelId, channelId),
        eq(deliveries.kind, 'consultation'),
      ),
    );
  return and(
    eq(consultations.workspaceId, workspaceId),
    inArray(consultations.id, there),
    or(eq(consultations.status, 'open'), gte(consultations.closedOn, closedSince)),
  );
}

/** Notes that replies in a channel can't be seen any more. Returns those of which that is news. */
export async function stopCollecting(
  db: Queryable,
  scope: WorkspaceScope,
  place: Place,
  since: Date,
): Promise<Pick<Consultation, 'id' | 'programId' | 'status'>[]> {
  return db
    .update(consultations)
    .set({ uncollectedSince: since })
    .where(and(alive(db, scope, place), isNull(consultations.uncollectedSince)))
    .returning({
      id: consultations.id,
      programId: consultations.programId,
      status: consultations.status,
    });
}

/** Notes that they can be seen again. */
export async function startCollecting(db: Queryable, scope: WorkspaceScope, place: Place): Promise<void> {
  await db
    .update(consultations)
    .set({ uncollectedSince: null })
    .where(and(alive(db, scope, place), isNotNull(consultations.uncollectedSince)));
}

/**
 * Has root posts in a channel live again, with something new to show, whose life ended because Slack refused to change them.
 * Rows are locked in the order of touchLists.
 */
export async function revivePosts(
  db: Queryable,
  scope: WorkspaceScope,
  place: Place,
): Promise<Pick<Delivery, 'id' | 'shownRevision'>[]> {
  const ended = and(
    eq(deliveries.workspaceId, scope.workspaceId),
    inArray(
      deliveries.id,
      db
        .select({ id: consultations.id })
        .from(consultations)
        .where(alive(db, scope, place)),
    ),
    eq(deliveries.status, 'sent'),
    eq(deliveries.live, false),
  );
  const { id, shownRevision } = deliveries;
  await db.select({ id }).from(deliveries).where(ended).orderBy(asc(id)).for('update');
  return db
    .update(deliveries)
    .set({ live: true, wantedRevision: sql`${deliveries.wantedRevision} + 1` })
    .where(ended)
    .returning({ id, shownRevision });
}
