import { sql } from 'drizzle-orm';
import { about, aboutColumns, type ExportTable, instant } from './export-table';

const content = [
  'contacted_on',
  'outcome',
  'motivation',
  'unit',
  'study_hours',
  'concerns',
  'note',
  'learner_words',
  'sent_text',
];

const checkIns: ExportTable = {
  name: 'check-ins',
  columns: [
    'check_in_id',
    ...aboutColumns,
    ...[
      'author_id',
      ...content,
      'share_as_win',
      'sent_text_helped',
      'flagged_for',
      'source_permalink',
      'counts',
      'version',
      'logged_at',
    ],
  ],
  query: ({ workspaceId, programId }) => sql`
    select c.id as check_in_id, ${about}, c.author_id, c.contacted_on::text as contacted_on, c.outcome, c.motivation,
      c.unit, c.study_hours::float8 as study_hours, array_to_string(c.concerns, ' ') as concerns, c.note,
      c.learner_words, c.sent_text, c.share_as_win, c.sent_text_helped, array_to_string(c.flagged_for, ' ') as flagged_for, c.source_permalink,
      c.counts, c.version, ${instant('c.created_at')} as logged_at
    from check_ins c
    join learners l on l.workspace_id = c.workspace_id and l.id = c.learner_id
    where c.workspace_id = ${workspaceId} and c.program_id = ${programId}
    order by c.contacted_on, c.created_at, c.id`,
};

/** What check-ins said before they were corrected, version by version. Older ones know of no kept message. */
const corrections: ExportTable = {
  name: 'corrections',
  columns: [
    ...['check_in_id', 'version', 'corrected_by', 'corrected_at', ...content],
    ...['share_as_win', 'sent_text_helped', 'flagged_for', 'promise', 'promise_due_on'],
  ],
  query: ({ workspaceId, programId }) => sql`
    select x.check_in_id, x.version, x.corrected_by, ${instant('x.corrected_at')} as corrected_at,
      x.before ->> 'contactedOn' as contacted_on, x.before ->> 'outcome' as outcome,
      (x.before ->> 'motivation')::float8 as motivation, x.before ->> 'unit' as unit,
      (x.before ->> 'studyHours')::float8 as study_hours, ${words('concerns')} as concerns, x.before ->> 'note' as note,
      x.before ->> 'learnerWords' as learner_words, coalesce(x.before ->> 'sentText', '') as sent_text,
      (x.before ->> 'shareAsWin')::boolean as share_as_win,
      coalesce((x.before ->> 'sentTextHelped')::boolean, false) as sent_text_helped,
      ${words('flaggedFor')} as flagged_for, x.before #>> '{promise,text}' as promise,
      x.before #>> '{promise,dueOn}' as promise_due_on
    from check_in_corrections x
    join check_ins c on c.workspace_id = x.workspace_id and c.id = x.check_in_id
    where x.workspace_id = ${workspaceId} and c.program_id = ${programId}
    order by c.contacted_on, c.created_at, x.check_in_id, x.version`,
};

function words(key: 'concerns' | 'flaggedFor') {
  return sql.raw(`(select string_agg(word, ' ') from jsonb_array_elements_text(x.before -> '${key}') word)`);
}

const promises: ExportTable = {
  name: 'promises',
  columns: ['check_in_id', ...aboutColumns, 'made_by', 'promise', 'due_on', 'kept_at', 'kept_by'],
  query: ({ workspaceId, programId }) => sql`
    select p.check_in_id, ${about}, p.made_by, p.text as promise, p.due_on::text as due_on,
      ${instant('p.kept_at')} as kept_at, p.kept_by
    from promises p
    join learners l on l.workspace_id = p.workspace_id and l.id = p.learner_id
    where p.workspace_id = ${workspaceId} and p.program_id = ${programId}
    order by p.due_on, p.id`,
};

/** Minimums that were missed, with their causes. */
const breaches: ExportTable = {
  name: 'breaches',
  columns: [
    ...aboutColumns,
    ...['floor_on', 'since_on', 'companion', 'recorded_at', 'cause', 'cause_note', 'cause_set_by'],
  ],
  query: ({ workspaceId, programId }) => sql`
    select ${about}, b.floor_on::text as floor_on, b.since_on::text as since_on, b.companion_id as companion,
      ${instant('b.recorded_at')} as recorded_at, b.cause, b.cause_note, b.cause_set_by
    from breaches b
    join learners l on l.workspace_id = b.workspace_id and l.id = b.learner_id
    where b.workspace_id = ${workspaceId} and b.program_id = ${programId}
    order by b.floor_on, b.id`,
};

/** What mentor and advisor answered. */
const answers: ExportTable = {
  name: 'answers',
  columns: ['check_in_id', ...aboutColumns, 'author_id', 'role', 'answer', 'answered_at'],
  query: ({ workspaceId, programId }) => sql`
    select a.check_in_id, ${about}, a.author_id, a.role, a.text as answer, ${instant('a.created_at')} as answered_at
    from care_answers a
    join learners l on l.workspace_id = a.workspace_id and l.id = a.learner_id
    where a.workspace_id = ${workspaceId} and a.program_id = ${programId}
    order by a.created_at, a.id`,
};

export const checkInTables: readonly ExportTable[] = [checkIns, corrections, promises, answers, breaches];
