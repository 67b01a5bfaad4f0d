import { and, asc, count, eq, gte, lte, sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import type { Consultation } from './consultations';
import { consultationNudges, consultations } from './schema';

/** Open consultations of all workspaces without an answer for which the moment has come to ask somebody by name. */
export async function lockConsultationsToNudge(
  db: Queryable,
  now: Date,
  limit: number,
): Promise<Consultation[]> {
  return db
    .select()
    .from(consultations)
    .where(lte(consultations.nextNudgeAt, now))
    .orderBy(asc(consultations.nextNudgeAt))
    .limit(limit)
    .for('update', { skipLocked: true });
}

export async function setNextNudge(
  db: Queryable,
  { workspaceId, id }: WorkspaceScope & { id: string },
  nextNudgeAt: Date | null,
): Promise<void> {
  await db
    .update(consultations)
    .set({ nextNudgeAt })
    .where(and(eq(consultations.workspaceId, workspaceId), eq(consultations.id, id)));
}

/** Somebody who might be asked to answer. */
export interface Candidate {
  userId: string;
  /** How many cases with a concern or the unit of this learner she closed or helped in. */
  experience: number;
  /** When she was last asked by name in this program; null: never. */
  askedAt: Date | null;
  /** Whether she was the last one to be asked, in this consultation or in the whole program. */
  askedLast: boolean;
}

/** The learner's concerns of so many last check-ins say what a similar case is. */
const concernsOf = 5;

/** The supporters of a consultation's program whom Slack reaches, without those who ask in it. */
export async function candidatesFor(
  db: Queryable,
  {
    workspaceId,
    id,
    programId,
    learnerId,
    askedAgainBy,
  }: Pick<Consultation, 'workspaceId' | 'id' | 'programId' | 'learnerId' | 'askedAgainBy'>,
): Promise<Candidate[]> {
  const result = await db.execute<Omit<Candidate, 'askedAt'> & { askedAt: string | null }>(sql`
    with learner as (
      select l.unit, array(
        select distinct unnest(k.concerns) from (
          select k.concerns from check_ins k where k.workspace_id = l.workspace_id and k.learner_id = l.id
          order by k.contacted_on desc, k.created_at desc limit ${concernsOf}) k
      ) as concerns
      from learners l where l.workspace_id = ${workspaceId} and l.id = ${learnerId}
    ), last as (
      (select n.asked_id from consultation_nudges n
        where n.workspace_id = ${workspaceId} and n.program_id = ${programId} order by n.asked_at desc limit 1)
      union
      (select n.asked_id from consultation_nudges n
        where n.workspace_id = ${workspaceId} and n.consultation_id = ${id} order by n.asked_on desc limit 1)
    )
    select s.user_id as "userId", (
        select count(*)::int from (
          select h.case_id as id from case_helpers h
          where h.workspace_id = s.workspace_id and h.user_id = s.user_id and h.helped
          union
          select c.id from cases c where c.workspace_id = s.workspace_id and c.author_id = s.user_id
        ) known
        join cases c on c.workspace_id = s.workspace_id and c.id = known.id and c.retired_at is null
        where c.concerns && learner.concerns or (c.unit <> '' and c.unit = learner.unit)
      ) as experience,
      (select max(n.asked_at) from consultation_nudges n where n.workspace_id = s.workspace_id
        and n.program_id = s.program_id and n.asked_id = s.user_id) as "askedAt",
      s.user_id in (select asked_id from last) as "askedLast"
    from supporters s
    join members m on m.workspace_id = s.workspace_id and m.user_id = s.user_id and m.unreachable_since is null
    cross join learner
    where s.workspace_id = ${workspaceId} and s.program_id = ${programId} and s.removed_at is null
      and s.user_id is distinct from ${askedAgainBy}::text
      and not exists (select 1 from consultation_questions q where q.workspace_id = s.workspace_id
        and q.consultation_id = ${id} and q.author_id = s.user_id)
    order by s.user_id`);
  return result.rows.map((row) => ({ ...row, askedAt: row.askedAt === null ? null : new Date(row.askedAt) }));
}

/** Null: somebody was asked in this consultation that day already. */
export async function insertNudge(
  db: Queryable,
  nudge: typeof consultationNudges.$inferInsert,
): Promise<{ id: string } | null> {
  const { workspaceId, consultationId, askedOn, id } = consultationNudges;
  const [row] = await db
    .insert(consultationNudges)
    .values(nudge)
    .onConflictDoNothing({ target: [workspaceId, consultationId, askedOn] })
    .returning({ id });
  return row ?? null;
}

/** How often somebody was asked by name to answer what was asked last in a consultation. */
export async function countNudges(
  db: Queryable,
  { workspaceId, id, askedAgainAt }: Pick<Consultation, 'workspaceId' | 'id' | 'askedAgainAt'>,
): Promise<number> {
  const { workspaceId: workspace, consultationId, askedAt } = consultationNudges;
  const [row] = await db
    .select({ asked: count() })
    .from(consultationNudges)
    .where(
      and(
        eq(workspace, workspaceId),
        eq(consultationId, id),
        askedAgainAt ? gte(askedAt, askedAgainAt) : undefined,
      ),
    );
  return row?.asked ?? 0;
}

/** Who is asked, and for whom. */
export interface PostedNudge {
  askedId: string;
  experienced: boolean;
  authorName: string;
  locale: 'ja' | 'en';
}

/** Null: the consultation is gone, closed or answered meanwhile. For the worker, whose job names it. */
export async function findNudge(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  nudgeId: string,
): Promise<PostedNudge | null> {
  const result = await db.execute<PostedNudge & Record<string, unknown>>(sql`
    select n.asked_id as "askedId", n.experienced, a.name as "authorName", p.locale
    from consultation_nudges n
    join consultations c on c.workspace_id = n.workspace_id and c.id = n.consultation_id and c.status = 'open'
      and c.answered_at is null
    join programs p on p.workspace_id = c.workspace_id and p.id = c.program_id
    join members a on a.workspace_id = c.workspace_id and a.user_id = coalesce(c.asked_again_by, c.author_id)
    where n.workspace_id = ${workspaceId} and n.id = ${nudgeId}`);
  return result.rows[0] ?? null;
}
