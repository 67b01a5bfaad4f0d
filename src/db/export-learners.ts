import { sql } from 'drizzle-orm';
import { rosterColumns } from '../domain/roster';
import { about, aboutColumns, type ExportTable } from './export-table';

const carer = (role: 'mentor' | 'advisor') => sql`(
  select coalesce(c.user_id, c.name) from care_team c
  where c.workspace_id = l.workspace_id and c.learner_id = l.id and c.role = ${role})`;

/** With the roster's headers, so that it can be imported again. */
const learners: ExportTable = {
  name: 'learners',
  columns: rosterColumns,
  query: ({ workspaceId, programId }) => sql`
    select l.name, l.reading, l.slack_user_id, l.started_on::text as started_on, l.ends_on::text as ends_on, l.goal,
      l.background, l.companion_id as companion, ${carer('mentor')} as mentor, ${carer('advisor')} as advisor,
      l.rhythm, l.weekly_hours::float8 as weekly_hours, l.unit
    from learners l
    where l.workspace_id = ${workspaceId} and l.program_id = ${programId}
    order by l.started_on, l.name_key, l.id`,
};

/** What Banso knows of a learner beside the roster. */
const states: ExportTable = {
  name: 'learner-states',
  columns: [
    ...aboutColumns,
    ...['status', 'last_contact_on', 'awaiting_reply_since', 'due_on', 'floor_on', 'due_reason'],
    ...['planned_on', 'plan_reason', 'planned_by'],
  ],
  query: ({ workspaceId, programId }) => sql`
    select ${about}, l.status, l.last_contact_on::text as last_contact_on,
      l.awaiting_reply_since::text as awaiting_reply_since, l.due_on::text as due_on, l.floor_on::text as floor_on,
      l.due_reason, l.planned_on::text as planned_on, l.plan_reason, l.planned_by
    from learners l
    where l.workspace_id = ${workspaceId} and l.program_id = ${programId}
    order by l.started_on, l.name_key, l.id`,
};

const careTeam: ExportTable = {
  name: 'care-team',
  columns: [...aboutColumns, 'role', 'user_id', 'name'],
  query: ({ workspaceId, programId }) => sql`
    select ${about}, person.role, person.user_id, coalesce(m.name, person.name) as name
    from learners l
    join lateral (
      select 'companion' as role, l.companion_id as user_id, null as name where l.companion_id is not null
      union all
      select c.role, c.user_id, c.name from care_team c
      where c.workspace_id = l.workspace_id and c.learner_id = l.id
    ) person on true
    left join members m on m.workspace_id = l.workspace_id and m.user_id = person.user_id
    where l.workspace_id = ${workspaceId} and l.program_id = ${programId}
    order by l.started_on, l.name_key, l.id, person.role`,
};

const pauses: ExportTable = {
  name: 'pauses',
  columns: [...aboutColumns, 'from_on', 'to_on', 'reason'],
  query: ({ workspaceId, programId }) => sql`
    select ${about}, p.from_on::text as from_on, p.to_on::text as to_on, p.reason
    from learners l
    join pauses p on p.workspace_id = l.workspace_id and p.learner_id = l.id
    where l.workspace_id = ${workspaceId} and l.program_id = ${programId}
    order by l.started_on, l.name_key, l.id, p.from_on`,
};

export const learnerTables: readonly ExportTable[] = [learners, states, careTeam, pauses];
