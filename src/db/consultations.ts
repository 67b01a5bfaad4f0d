import { and, eq, sql } from 'drizzle-orm';
import type { CaseOutcome, OpenConsultation, Want } from '../domain/consultation';
import type { LocalDate } from '../domain/dates';
import type { UnansweredQuestion } from '../domain/due-list';
import type { OwnQuestion } from '../domain/home';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { learnerNames } from './named-people';
import { consultationQuestions, consultations, members } from './schema';

export type Consultation = typeof consultations.$inferSelect;
export type ConsultationQuestion = typeof consultationQuestions.$inferSelect;

export async function insertConsultation(
  db: Queryable,
  consultation: typeof consultations.$inferInsert,
): Promise<void> {
  await db.insert(consultations).values(consultation);
}

export async function insertQuestion(
  db: Queryable,
  question: typeof consultationQuestions.$inferInsert,
): Promise<void> {
  await db.insert(consultationQuestions).values(question);
}

/** Notes where Slack shows a consultation's root post. */
export async function setPermalink(
  db: Queryable,
  { workspaceId, id }: WorkspaceScope & { id: string },
  permalink: string,
): Promise<void> {
  await db
    .update(consultations)
    .set({ permalink })
    .where(and(eq(consultations.workspaceId, workspaceId), eq(consultations.id, id)));
}

/** The open consultation about a learner, whose row the caller has locked or may see. */
export async function findOpenConsultation(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
): Promise<Consultation | null> {
  const [row] = await db
    .select()
    .from(consultations)
    .where(
      and(
        eq(consultations.workspaceId, workspaceId),
        eq(consultations.learnerId, learnerId),
        eq(consultations.status, 'open'),
      ),
    );
  return row ?? null;
}

/** What a modal has asked already, with the learner whom it is about. */
export async function findQuestionBySubmission(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  submissionKey: string,
): Promise<(ConsultationQuestion & { learnerId: string }) | null> {
  const [row] = await db
    .select({ question: consultationQuestions, learnerId: consultations.learnerId })
    .from(consultationQuestions)
    .innerJoin(
      consultations,
      and(
        eq(consultations.workspaceId, consultationQuestions.workspaceId),
        eq(consultations.id, consultationQuestions.consultationId),
      ),
    )
    .where(
      and(
        eq(consultationQuestions.workspaceId, workspaceId),
        eq(consultationQuestions.submissionKey, submissionKey),
      ),
    );
  return row ? { ...row.question, learnerId: row.learnerId } : null;
}

/** A question that joined a consultation, with who asks it. */
export async function findQuestion(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  questionId: string,
): Promise<(ConsultationQuestion & { authorName: string }) | null> {
  const [row] = await db
    .select({ question: consultationQuestions, authorName: members.name })
    .from(consultationQuestions)
    .innerJoin(
      members,
      and(
        eq(members.workspaceId, consultationQuestions.workspaceId),
        eq(members.userId, consultationQuestions.authorId),
      ),
    )
    .where(and(eq(consultationQuestions.workspaceId, workspaceId), eq(consultationQuestions.id, questionId)));
  return row ? { ...row.question, authorName: row.authorName } : null;
}

/** A consultation as its root post shows it. */
export interface PostedConsultation {
  id: string;
  workspaceId: string;
  programId: string;
  hideName: boolean;
  status: Consultation['status'];
  openedOn: LocalDate;
  closedOn: LocalDate | null;
  closedByName: string | null;
  /** How it ended, as the case that came of it says; null: none did yet. It stays while the consultation is open again. */
  outcome: CaseOutcome | null;
  authorName: string;
  learnerId: string;
  learnerName: string;
  /** All that are known, hers of before too. */
  learnerNames: string[];
  learnerSlackId: string | null;
  startedOn: LocalDate;
  endsOn: LocalDate;
  unit: string;
  /** Another learner of the program has the same name. */
  namesake: boolean;
  locale: 'ja' | 'en';
  zone: string;
  /** The first one's. */
  situation: string;
  tried: string;
  wants: Want[];
  /** How many people have joined with a question of their own. */
  joined: number;
  /** How many of the team have answered. */
  answered: number;
  /** Of the learner's last check-ins, newest first. */
  trend: { contactedOn: LocalDate; motivation: number | null; studyHours: number | null }[];
  /** Those that the author chose to show, newest first. */
  shown: PostedCheckIn[];
}

export interface PostedCheckIn {
  contactedOn: LocalDate;
  outcome: 'sent' | 'replied' | 'talked';
  motivation: number | null;
  note: string;
}

const trendRows = 8;

/** All that a consultation's root post shows; null: it is gone. For the worker, whose job names it. */
export async function findPostedConsultation(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  id: string,
): Promise<PostedConsultation | null> {
  const result = await db.execute<PostedConsultation & Record<string, unknown>>(sql`
    select c.id, c.workspace_id as "workspaceId", c.program_id as "programId", c.hide_name as "hideName", c.status,
      c.opened_on::text as "openedOn", c.closed_on::text as "closedOn", z.name as "closedByName", x.outcome, a.name as "authorName",
      l.id as "learnerId", l.name as "learnerName", ${learnerNames} as "learnerNames", l.slack_user_id as "learnerSlackId", l.started_on::text as "startedOn",
      l.ends_on::text as "endsOn", l.unit, p.locale, p.zone, q.situation, q.tried, q.wants,
      exists (select 1 from learners n where n.workspace_id = l.workspace_id and n.program_id = l.program_id
        and n.name_key = l.name_key and n.id <> l.id) as namesake,
      (select count(distinct j.author_id)::int - 1 from consultation_questions j
        where j.workspace_id = c.workspace_id and j.consultation_id = c.id) as joined,
      (select count(distinct r.author_id)::int from consultation_replies r
        where r.workspace_id = c.workspace_id and r.consultation_id = c.id and r.deleted_at is null
          and not exists (select 1 from consultation_questions o where o.workspace_id = r.workspace_id
            and o.consultation_id = r.consultation_id and o.author_id = r.author_id)) as answered,
      (select coalesce(json_agg(k), '[]') from (
        select k.contacted_on as "contactedOn", k.motivation, k.study_hours::float8 as "studyHours"
        from check_ins k where k.workspace_id = l.workspace_id and k.learner_id = l.id
        order by k.contacted_on desc, k.created_at desc limit ${trendRows}) k) as trend,
      (select coalesce(json_agg(k), '[]') from (
        select k.contacted_on as "contactedOn", k.outcome, k.motivation, k.note
        from check_ins k where k.workspace_id = c.workspace_id and k.id = any(c.shown_check_ins) and k.learner_id = l.id
        order by k.contacted_on desc, k.created_at desc) k) as shown
    from consultations c
    join learners l on l.workspace_id = c.workspace_id and l.id = c.learner_id
    join programs p on p.workspace_id = c.workspace_id and p.id = c.program_id
    join members a on a.workspace_id = c.workspace_id and a.user_id = c.author_id
    left join members z on z.workspace_id = c.workspace_id and z.user_id = c.closed_by
    left join cases x on x.workspace_id = c.workspace_id and x.id = c.case_id
    join lateral (
      select q.situation, q.tried, q.wants from consultation_questions q
      where q.workspace_id = c.workspace_id and q.consultation_id = c.id
      order by q.asked_at, q.author_id <> c.author_id, q.id limit 1
    ) q on true
    where c.workspace_id = ${workspaceId} and c.id = ${id}`);
  return result.rows[0] ?? null;
}

/** Open consultations of a program that should have had an answer by a day, the oldest first. */
export async function unansweredConsultations(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  { on, zone, limit }: { on: LocalDate; zone: string; limit: number },
): Promise<UnansweredQuestion[]> {
  const result = await db.execute<UnansweredQuestion & Record<string, unknown>>(sql`
    select c.id, a.name as "authorName", coalesce((c.asked_again_at at time zone ${zone})::date, c.opened_on)::text as "openedOn",
      case when c.hide_name then null else l.name end as "learnerName", c.permalink
    from consultations c
    join learners l on l.workspace_id = c.workspace_id and l.id = c.learner_id
    join members a on a.workspace_id = c.workspace_id and a.user_id = coalesce(c.asked_again_by, c.author_id)
    where c.workspace_id = ${workspaceId} and c.program_id = ${programId} and c.status = 'open'
      and c.answered_at is null and c.answer_by <= ${on}
    order by c.answer_by, c.opened_at, c.id
    limit ${limit}`);
  return result.rows;
}

/** The open consultations that somebody asked or joined, in the programs that she supports or one of them, the oldest first. */
export async function ownConsultations(
  db: Queryable,
  { workspaceId, programId }: WorkspaceScope & { programId?: string },
  userId: string,
  limit: number,
): Promise<OwnQuestion[]> {
  const result = await db.execute<OwnQuestion & Record<string, unknown>>(sql`
    select c.id, l.name as "learnerName", c.opened_on::text as "openedOn", c.permalink,
      (select count(distinct r.author_id)::int from consultation_replies r
        where r.workspace_id = c.workspace_id and r.consultation_id = c.id and r.deleted_at is null
          and not exists (select 1 from consultation_questions o where o.workspace_id = r.workspace_id
            and o.consultation_id = r.consultation_id and o.author_id = r.author_id)) as answered
    from supporters s
    join consultations c on c.workspace_id = s.workspace_id and c.program_id = s.program_id and c.status = 'open'
    join learners l on l.workspace_id = c.workspace_id and l.id = c.learner_id
    where s.workspace_id = ${workspaceId} and s.user_id = ${userId} and s.removed_at is null
      ${programId === undefined ? sql`` : sql`and s.program_id = ${programId}`}
      and exists (select 1 from consultation_questions q where q.workspace_id = c.workspace_id
        and q.consultation_id = c.id and q.author_id = ${userId})
    order by c.opened_at, c.id
    limit ${limit}`);
  return result.rows;
}

/** As JSON beside a learner `l`: her open consultation, or null. */
export const openConsultationOf = sql`(
  select json_build_object('id', o.id, 'authorId', o.author_id, 'authorName', a.name, 'openedOn', o.opened_on,
    'hideName', o.hide_name, 'permalink', o.permalink)
  from consultations o
  join members a on a.workspace_id = o.workspace_id and a.user_id = o.author_id
  where o.workspace_id = l.workspace_id and o.learner_id = l.id and o.status = 'open')`;

export type OpenConsultationColumn = { openConsultation: OpenConsultation | null };
