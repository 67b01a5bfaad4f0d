import { type SQL, sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { TimelineEntry, TimelineKey } from '../domain/timeline';
import type { Queryable } from './client';

/** Which entries are asked for: from the newest on, or beyond a key in one direction. */
export type TimelineRange =
  | { towards: 'past'; from: TimelineKey | null }
  | { towards: 'now'; from: TimelineKey };

export interface TimelineRow extends TimelineKey {
  entry: TimelineEntry;
}

interface Asked {
  learnerId: string;
  viewerId: string;
  isLead: boolean;
  range: TimelineRange;
  limit: number;
}

/** Selects `on`, `at`, `id` and `entry` (json) of one kind of entry, ordered and limited as a whole page is. */
type TimelineSource = (scope: WorkspaceScope, asked: Asked) => SQL;

const checkInSource: TimelineSource = ({ workspaceId }, { learnerId, viewerId, isLead, range, limit }) => {
  const key = { on: sql`k.contacted_on`, at: sql`k.created_at`, id: sql`k.id` };
  return sql`
    select k.contacted_on as "on", k.created_at as at, k.id, json_build_object('kind', 'checkIn', 'id', k.id,
      'on', k.contacted_on, 'outcome', k.outcome, 'motivation', k.motivation, 'unit', k.unit,
      'studyHours', k.study_hours, 'concerns', k.concerns, 'note', k.note, 'learnerWords', k.learner_words,
      'sentText', k.sent_text, 'flaggedFor', k.flagged_for, 'authorName', m.name, 'corrected', k.version > 1,
      'correctable', ${isLead} or k.author_id = ${viewerId}) as entry
    from check_ins k join members m on m.workspace_id = k.workspace_id and m.user_id = k.author_id
    where k.workspace_id = ${workspaceId} and k.learner_id = ${learnerId} ${within(key, range)}
    ${ordered(key, range)} limit ${limit}`;
};

const answerSource: TimelineSource = ({ workspaceId }, { learnerId, range, limit }) => {
  const key = { on: sql`(a.created_at at time zone p.zone)::date`, at: sql`a.created_at`, id: sql`a.id` };
  return sql`
    select ${key.on} as "on", a.created_at as at, a.id, json_build_object('kind', 'answer', 'id', a.id,
      'on', ${key.on}, 'authorName', m.name, 'role', a.role, 'text', a.text) as entry
    from care_answers a
    join programs p on p.workspace_id = a.workspace_id and p.id = a.program_id
    join members m on m.workspace_id = a.workspace_id and m.user_id = a.author_id
    where a.workspace_id = ${workspaceId} and a.learner_id = ${learnerId} ${within(key, range)}
    ${ordered(key, range)} limit ${limit}`;
};

const pauseSource: TimelineSource = ({ workspaceId }, { learnerId, range, limit }) => {
  const key = { on: sql`z.from_on`, at: sql`z.from_on::timestamp at time zone 'UTC'`, id: sql`z.id` };
  return sql`
    select z.from_on as "on", ${key.at} as at, z.id, json_build_object('kind', 'pause', 'id', z.id,
      'on', z.from_on, 'to', z.to_on, 'reason', z.reason) as entry
    from pauses z
    where z.workspace_id = ${workspaceId} and z.learner_id = ${learnerId} ${within(key, range)}
    ${ordered(key, range)} limit ${limit}`;
};

/** From the audit, which tells of those that took place; its number stands in an id's last digits. */
const handoverSource: TimelineSource = ({ workspaceId }, { learnerId, range, limit }) => {
  const id = sql`lpad(to_hex(e.id), 32, '0')::uuid`;
  const key = { on: sql`(e.at at time zone p.zone)::date`, at: sql`e.at`, id };
  return sql`
    select ${key.on} as "on", e.at, ${id} as id, json_build_object('kind', 'handover', 'id', ${id},
      'on', ${key.on}, 'fromName', f.name, 'toName', t.name) as entry
    from audit_events e
    join programs p on p.workspace_id = e.workspace_id and p.id = e.program_id
    join members t on t.workspace_id = e.workspace_id and t.user_id = e.actor_id
    left join members f on f.workspace_id = e.workspace_id and f.user_id = e.details ->> 'from'
    where e.workspace_id = ${workspaceId} and e.subject_id = ${learnerId}
      and e.action in ('learner.handed_over', 'learner.taken') ${within(key, range)}
    ${ordered(key, range)} limit ${limit}`;
};

const consultationSource: TimelineSource = ({ workspaceId }, { learnerId, viewerId, range, limit }) => {
  const key = { on: sql`c.opened_on`, at: sql`c.opened_at`, id: sql`c.id` };
  return sql`
    select c.opened_on as "on", c.opened_at as at, c.id, json_build_object('kind', 'consultation', 'id', c.id,
      'on', c.opened_on, 'authorName', m.name, 'closedOn', c.closed_on, 'permalink', c.permalink) as entry
    from consultations c join members m on m.workspace_id = c.workspace_id and m.user_id = c.author_id
    where c.workspace_id = ${workspaceId} and c.learner_id = ${learnerId}
      and (not c.hide_name or c.author_id = ${viewerId}) ${within(key, range)}
    ${ordered(key, range)} limit ${limit}`;
};

/** Every kind of entry there is. */
const sources: readonly TimelineSource[] = [
  checkInSource,
  answerSource,
  pauseSource,
  handoverSource,
  consultationSource,
];

/**
 * Up to `limit` entries of a learner's timeline, nearest to where the range begins first. Each kind reads no more than
 * that from its own index (check_ins_timeline, care_answers_timeline, pauses_by_learner,
 * audit_events_by_subject, consultations_of_learner).
 */
export async function timelineEntries(
  db: Queryable,
  scope: WorkspaceScope,
  asked: Asked,
): Promise<TimelineRow[]> {
  const all = sources.map((source) => sql`(${source(scope, asked)})`);
  const key = { on: sql`e."on"`, at: sql`e.at`, id: sql`e.id` };
  const result = await db.execute<TimelineRow & Record<string, unknown>>(sql`
    select e."on"::text as "on", e.at::text as at, e.id, e.entry
    from (${sql.join(all, sql` union all `)}) e
    ${ordered(key, asked.range)} limit ${asked.limit}`);
  return result.rows;
}

interface KeyColumns {
  on: SQL;
  at: SQL;
  id: SQL;
}

function within({ on, at, id }: KeyColumns, { towards, from }: TimelineRange): SQL {
  if (from === null) return sql``;
  const beyond = towards === 'past' ? sql`<` : sql`>`;
  return sql`and (${on}, ${at}, ${id}) ${beyond} (${from.on}::date, ${from.at}::timestamptz, ${from.id}::uuid)`;
}

function ordered({ on, at, id }: KeyColumns, { towards }: TimelineRange): SQL {
  return towards === 'past'
    ? sql`order by ${on} desc, ${at} desc, ${id} desc`
    : sql`order by ${on}, ${at}, ${id}`;
}
