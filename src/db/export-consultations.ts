import { sql } from 'drizzle-orm';
import { about, aboutColumns, type ExportTable, instant } from './export-table';

/** What the team was asked, one row for each question; with its consultation's end. */
const questions: ExportTable = {
  name: 'consultations',
  columns: [
    ...['consultation_id', ...aboutColumns, 'author_id', 'asked_at', 'situation', 'tried', 'wants'],
    ...['hide_name', 'status', 'closed_on', 'closed_by', 'case_id'],
  ],
  query: ({ workspaceId, programId }) => sql`
    select c.id as consultation_id, ${about}, q.author_id, ${instant('q.asked_at')} as asked_at, q.situation, q.tried,
      array_to_string(q.wants, ' ') as wants, c.hide_name, c.status, c.closed_on::text as closed_on, c.closed_by, c.case_id
    from consultations c
    join consultation_questions q on q.workspace_id = c.workspace_id and q.consultation_id = c.id
    join learners l on l.workspace_id = c.workspace_id and l.id = c.learner_id
    where c.workspace_id = ${workspaceId} and c.program_id = ${programId}
    order by c.opened_at, c.id, q.asked_at, q.id`,
};

/** What was answered in the threads, without what was deleted. */
const replies: ExportTable = {
  name: 'replies',
  columns: ['consultation_id', 'author_id', 'posted_at', 'reply', 'attachments', 'helped'],
  query: ({ workspaceId, programId }) => sql`
    select c.id as consultation_id, r.author_id, ${instant('r.posted_at')} as posted_at, r.text as reply,
      array_to_string(r.attachments, ' ') as attachments,
      (select count(*)::int from reply_marks k where k.workspace_id = r.workspace_id
        and k.consultation_id = r.consultation_id and k.ts = r.ts) as helped
    from consultations c
    join consultation_replies r on r.workspace_id = c.workspace_id and r.consultation_id = c.id
    where c.workspace_id = ${workspaceId} and c.program_id = ${programId} and r.deleted_at is null
    order by c.opened_at, c.id, r.posted_at, r.ts`,
};

/** What was learned; no names stand in it. */
const cases: ExportTable = {
  name: 'cases',
  columns: [
    ...[
      'case_id',
      'closed_on',
      'title',
      'situation',
      'tried',
      'helped',
      'outcome',
      'concerns',
      'tags',
      'unit',
    ],
    ...['course_week', 'follow_up', 'follow_up_line', 'helped_count', 'retired', 'merged_into', 'author_id'],
  ],
  query: ({ workspaceId, programId }) => sql`
    select k.id as case_id, k.closed_on::text as closed_on, k.title, k.situation, k.tried, k.helped, k.outcome,
      array_to_string(k.concerns, ' ') as concerns, array_to_string(k.tags, ' ') as tags, k.unit, k.course_week,
      k.follow_up_answer as follow_up, k.follow_up_line, k.helped_count, k.retired_at is not null as retired, k.merged_into,
      k.author_id
    from cases k
    where k.workspace_id = ${workspaceId} and k.program_id = ${programId}
    order by k.closed_on, k.id`,
};

export const consultationTables: readonly ExportTable[] = [questions, replies, cases];
