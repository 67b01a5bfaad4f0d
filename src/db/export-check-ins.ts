import { sql } from 'drizzle-orm';
import { about, aboutColumns, type ExportTable } from './export-table';

const instant = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

const content = [
  'contacted_on',
  'outcome',
  'motivation',
  'unit',
  'study_hours',
  'concerns',
  'note',
  'learner_words',
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
      c.learner_words, c.share_as_win, array_to_string(c.flagged_for, ' ') as flagged_for, c.source_permalink,
      c.counts, c.version, ${instant('c.created_at')} as logged_at
    from check_ins c
    join learners l on l.workspace_id = c.workspace_id and l.id = c.learner_id
    where c.workspace_id = ${workspaceId} and c.program_id = ${programId}
    order by c.contacted_on, c.created_at, c.id`,
};

/** What check-ins said before they were corrected, version by version. */
const corrections: ExportTable = {
  name: 'corrections',
  columns: [
    ...['check_in_id', 'version', 'corrected_by', 'corrected_at', ...content],
    ...['share_as_win', 'flagged_for', 'promise', 'promise_due_on'],
  ],
  query: ({ workspaceId, programId }) => sql`
    select x.check_in_id, x.version, x.corrected_by, ${instant('x.corrected_at')} as corrected_at,
      x.before ->> 'contactedOn' as contacted_on, x.before ->> 'outcome' as outcome,
      (x.before ->> 'motivation')::float8 as motivation, x.before ->> 'unit' as unit,
      (x.before ->> 'studyHours')::float8 as study_hours, ${words('concerns')} as concerns, x.before ->> 'note' as note,
      x.before ->> 'learnerWords' as learner_words, (x.before ->> 'shareAsWin')::boolean as share_as_win,
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
  columns: ['check_in_id', ...aboutColumns, 'made_by', 'promise', 'due_on', 'kept_at'],
  query: ({ workspaceId, programId }) => sql`
    select p.check_in_id, ${about}, p.made_by, p.text as promise, p.due_on::text as due_on,
      ${instant('p.kept_at')} as kept_at
    from promises p
    join learners l on l.workspace_id = p.workspace_id and l.id = p.learner_id
    where p.workspace_id = ${workspaceId} and p.program_id = ${programId}
    order by p.due_on, p.id`,
};

export const checkInTables: readonly ExportTable[] = [checkIns, corrections, promises];
