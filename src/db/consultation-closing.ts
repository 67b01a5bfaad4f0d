import { and, asc, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Role } from '../domain/access';
import type { Concern } from '../domain/check-in';
import type { Question } from '../domain/consultation';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import {
  checkIns,
  consultationQuestions,
  consultations,
  learners,
  members,
  programs,
  supporters,
} from './schema';

type Consultation = typeof consultations.$inferSelect;

/** A consultation as a supporter of its program sees it. */
export interface SeenConsultation {
  consultation: Consultation;
  learner: Pick<
    typeof learners.$inferSelect,
    'id' | 'name' | 'unit' | 'startedOn' | 'endsOn' | 'companionId'
  >;
  viewerRole: Role;
  /** Whether the viewer asks in it, as its author or as somebody who joined. */
  asked: boolean;
}

function selectSeen(db: Queryable, viewerId: string) {
  const { id, name, unit, startedOn, endsOn, companionId } = learners;
  return db
    .select({
      consultation: consultations,
      learner: { id, name, unit, startedOn, endsOn, companionId },
      viewerRole: supporters.role,
      asked: sql<boolean>`exists (select 1 from ${consultationQuestions}
        where ${consultationQuestions.workspaceId} = ${consultations.workspaceId}
          and ${consultationQuestions.consultationId} = ${consultations.id}
          and ${consultationQuestions.authorId} = ${viewerId})`,
    })
    .from(consultations)
    .innerJoin(
      learners,
      and(eq(learners.workspaceId, consultations.workspaceId), eq(learners.id, consultations.learnerId)),
    )
    .innerJoin(
      supporters,
      and(
        eq(supporters.workspaceId, consultations.workspaceId),
        eq(supporters.programId, consultations.programId),
        eq(supporters.userId, viewerId),
        isNull(supporters.removedAt),
      ),
    );
}

function isConsultation({ workspaceId }: WorkspaceScope, id: string): SQL | undefined {
  return and(eq(consultations.workspaceId, workspaceId), eq(consultations.id, id));
}

/** Null: there is no such consultation in the programs that the viewer supports. */
export async function findConsultationFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  consultationId: string,
): Promise<SeenConsultation | null> {
  const [row] = await selectSeen(db, viewerId).where(isConsultation(scope, consultationId)).limit(1);
  return row ?? null;
}

/** The same, with the row locked until the transaction ends. Lock its learner before it. */
export async function lockConsultationFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  consultationId: string,
): Promise<SeenConsultation | null> {
  const [row] = await selectSeen(db, viewerId)
    .where(isConsultation(scope, consultationId))
    .limit(1)
    .for('update', { of: consultations });
  return row ?? null;
}

/** What was asked in a consultation, by whom, the first question first. */
export async function questionsOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  consultationId: string,
): Promise<(Question & { authorId: string })[]> {
  const { authorId, situation, tried, wants } = consultationQuestions;
  return db
    .select({ authorId, situation, tried, wants })
    .from(consultationQuestions)
    .where(
      and(
        eq(consultationQuestions.workspaceId, workspaceId),
        eq(consultationQuestions.consultationId, consultationId),
      ),
    )
    .orderBy(asc(consultationQuestions.askedAt), asc(consultationQuestions.id));
}

/** What weighed on a learner in her last check-ins, each once. */
export async function recentConcerns(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
  checkInCount: number,
): Promise<Concern[]> {
  const { rows } = await db.execute<{ concern: Concern }>(sql`
    select distinct unnest(k.concerns) as concern from (
      select c.concerns from ${checkIns} c
      where c.workspace_id = ${workspaceId} and c.learner_id = ${learnerId}
      order by c.contacted_on desc, c.created_at desc limit ${checkInCount}) k`);
  return rows.map(({ concern }) => concern);
}

type Changes = Partial<
  Pick<
    Consultation,
    | 'status'
    | 'closedAt'
    | 'closedOn'
    | 'closedBy'
    | 'reopenedAt'
    | 'reopenedBy'
    | 'askedAgainAt'
    | 'askedAgainBy'
    | 'answeredAt'
    | 'answerBy'
    | 'caseId'
    | 'followUpAt'
    | 'nextNudgeAt'
  >
>;

/** Changes a consultation that the caller has locked. */
export async function updateConsultation(
  db: Queryable,
  { workspaceId, id }: Pick<Consultation, 'workspaceId' | 'id'>,
  changes: Changes,
): Promise<void> {
  await db
    .update(consultations)
    .set({ ...changes, version: sql`${consultations.version} + 1` })
    .where(isConsultation({ workspaceId }, id));
}

/** Whether somebody asks the team about a learner in another consultation that is open. */
export async function hasOtherOpen(
  db: Queryable,
  { workspaceId, learnerId, id }: Pick<Consultation, 'workspaceId' | 'learnerId' | 'id'>,
): Promise<boolean> {
  const rows = await db
    .select({ id: consultations.id })
    .from(consultations)
    .where(
      and(
        eq(consultations.workspaceId, workspaceId),
        eq(consultations.learnerId, learnerId),
        eq(consultations.status, 'open'),
        sql`${consultations.id} <> ${id}`,
      ),
    );
  return rows.length > 0;
}

/** A closed consultation of which it is time to ask how it went on. */
export type DueFollowUp = Pick<
  Consultation,
  'id' | 'workspaceId' | 'programId' | 'authorId' | 'closedBy' | 'version'
>;

/** Of all workspaces, locked until the transaction ends; other sweeps skip them. */
export async function lockFollowUps(db: Queryable, now: Date, limit: number): Promise<DueFollowUp[]> {
  const { id, workspaceId, programId, authorId, closedBy, version } = consultations;
  return db
    .select({ id, workspaceId, programId, authorId, closedBy, version })
    .from(consultations)
    .where(lte(consultations.followUpAt, now))
    .orderBy(consultations.followUpAt)
    .limit(limit)
    .for('no key update', { skipLocked: true });
}

/** When it is asked how these went on; null: they were asked. Of whichever workspace each is. */
export async function setFollowUps(
  db: Queryable,
  followUps: readonly Pick<Consultation, 'workspaceId' | 'id'>[],
  at: Date | null,
): Promise<void> {
  if (followUps.length === 0) return;
  await db.execute(sql`
    update consultations set follow_up_at = ${at?.toISOString() ?? null}::timestamptz
    from unnest(
      ${sql.param(followUps.map(({ workspaceId }) => workspaceId))}::text[],
      ${sql.param(followUps.map(({ id }) => id))}::uuid[]
    ) as due(workspace_id, id)
    where consultations.workspace_id = due.workspace_id and consultations.id = due.id
      and consultations.status = 'closed'`);
}

/** A closed or reopened consultation as the messages about it tell of it. */
export interface ToldConsultation {
  id: string;
  workspaceId: string;
  programId: string;
  locale: 'ja' | 'en';
  zone: string;
  status: Consultation['status'];
  authorId: string;
  hideName: boolean;
  learnerName: string;
  closedOn: LocalDate | null;
  closedBy: string | null;
  closedByName: string | null;
  reopenedByName: string | null;
  caseId: string | null;
  followUpAt: Date | null;
}

/** For the worker, whose job names it. Null: it is gone. */
export async function findToldConsultation(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  id: string,
): Promise<ToldConsultation | null> {
  const nameOf = (userId: typeof consultations.closedBy | typeof consultations.reopenedBy) =>
    sql<string | null>`(select ${members.name} from ${members}
      where ${members.workspaceId} = ${consultations.workspaceId} and ${members.userId} = ${userId})`;
  const { status, authorId, hideName, closedOn, closedBy, caseId, programId, followUpAt } = consultations;
  const [row] = await db
    .select({
      ...{ status, authorId, hideName, closedOn, closedBy, caseId, programId, followUpAt },
      id: consultations.id,
      workspaceId: consultations.workspaceId,
      locale: programs.locale,
      zone: programs.zone,
      learnerName: learners.name,
      closedByName: nameOf(consultations.closedBy),
      reopenedByName: nameOf(consultations.reopenedBy),
    })
    .from(consultations)
    .innerJoin(
      learners,
      and(eq(learners.workspaceId, consultations.workspaceId), eq(learners.id, consultations.learnerId)),
    )
    .innerJoin(
      programs,
      and(eq(programs.workspaceId, consultations.workspaceId), eq(programs.id, consultations.programId)),
    )
    .where(isConsultation({ workspaceId }, id));
  return row ?? null;
}

/** Of these people, who supports the program now and is within Slack's reach. */
export async function askableOf(
  db: Queryable,
  { workspaceId, programId }: WorkspaceScope & { programId: string },
  userIds: readonly string[],
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await db
    .select({ userId: supporters.userId })
    .from(supporters)
    .innerJoin(
      members,
      and(eq(members.workspaceId, supporters.workspaceId), eq(members.userId, supporters.userId)),
    )
    .where(
      and(
        eq(supporters.workspaceId, workspaceId),
        eq(supporters.programId, programId),
        inArray(supporters.userId, [...userIds]),
        isNull(supporters.removedAt),
        isNull(members.unreachableSince),
      ),
    );
  return new Set(rows.map(({ userId }) => userId));
}
