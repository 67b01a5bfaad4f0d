import { and, eq, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import type { Learner } from './learners';
import { learners, programs } from './schema';

/** A learner whose program notices messages. */
export interface NoticedLearner {
  id: string;
  slackUserId: string;
  name: string;
  /** The program's. */
  zone: string;
  awaitingReplySince: LocalDate | null;
  seenAt: Date | null;
}

/**
 * Which of these Slack users are learners of a program that notices messages: one index range (learners_same_slack_user),
 * and all that is asked of most messages.
 */
export async function noticedLearners(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  slackUserIds: readonly string[],
): Promise<NoticedLearner[]> {
  return db
    .select({
      id: learners.id,
      slackUserId: sql<string>`${learners.slackUserId}`,
      name: learners.name,
      zone: programs.zone,
      awaitingReplySince: learners.awaitingReplySince,
      seenAt: learners.seenAt,
    })
    .from(learners)
    .innerJoin(programs, noticingProgram)
    .where(
      and(
        eq(learners.workspaceId, workspaceId),
        sql`${learners.slackUserId} = any(${sql.param([...slackUserIds])}::text[])`,
        sql`${learners.status} in ('active', 'paused')`,
      ),
    )
    .orderBy(learners.id);
}

const noticingProgram = and(
  eq(programs.workspaceId, learners.workspaceId),
  eq(programs.id, learners.programId),
  eq(programs.seesMessages, true),
);

/** One of them, with her row locked until the transaction ends. Null: her program doesn't notice messages any more. */
export async function lockNoticedLearner(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
): Promise<Learner | null> {
  const [row] = await db
    .select({ learner: learners })
    .from(learners)
    .innerJoin(programs, noticingProgram)
    .where(and(eq(learners.workspaceId, workspaceId), eq(learners.id, learnerId)))
    .for('update', { of: learners });
  return row?.learner ?? null;
}

export async function noteSeen(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
  seenAt: Date,
): Promise<void> {
  await db
    .update(learners)
    .set({ seenAt })
    .where(and(eq(learners.workspaceId, workspaceId), eq(learners.id, learnerId)));
}

/**
 * Notes that a supporter is offered to log a message of this instant, for those of these learners whom she supports, who
 * haven't been contacted that day and for whom she wasn't offered it yet. Returns their ids.
 */
export async function noteOffers(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { supporterId, learnerIds, at }: { supporterId: string; learnerIds: readonly string[]; at: Date },
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into check_in_offers (workspace_id, learner_id, supporter_id, offered_on)
    select l.workspace_id, l.id, s.user_id, day.written_on
    from learners l
    join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id and p.sees_messages
    join supporters s on s.workspace_id = l.workspace_id and s.program_id = l.program_id
      and s.user_id = ${supporterId} and s.removed_at is null
    cross join lateral (select (${at.toISOString()}::timestamptz at time zone p.zone)::date as written_on) day
    where l.workspace_id = ${workspaceId} and l.id = any(${sql.param([...learnerIds])}::uuid[])
      and (l.last_contact_on is null or l.last_contact_on < day.written_on)
    order by l.id
    on conflict (workspace_id, learner_id, supporter_id) do update set offered_on = excluded.offered_on
      where check_in_offers.offered_on < excluded.offered_on
    returning learner_id as id`);
  return rows.map(({ id }) => id);
}
