import { sql } from 'drizzle-orm';
import type { FormLearner } from '../domain/check-in-form';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';

/** `plan` may lie in the past here. */
export interface FormRow extends FormLearner {
  /** The viewer's. */
  locale: Locale;
  zone: string;
  /** Whether the program has the name twice. */
  namesake: boolean;
}

/**
 * All that the modals show of a learner whom the viewer follows up, in one indexed read; null when there is no
 * such learner in the viewer's programs. Audiences are the care team that exists, and the school.
 */
export async function findFormLearner(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  viewerId: string,
  learnerId: string,
): Promise<FormRow | null> {
  const result = await db.execute<FormRow & Record<string, unknown>>(sql`
    select l.id, v.locale, l.program_id as "programId", p.zone, l.name, l.started_on::text as "startedOn",
      l.ends_on::text as "endsOn", l.unit, l.due_on::text as "dueOn", l.floor_on::text as "floorOn",
      case when l.planned_on is not null
        then json_build_object('on', l.planned_on, 'reason', coalesce(l.plan_reason, '')) end as plan,
      exists (select 1 from learners n where n.workspace_id = l.workspace_id and n.program_id = l.program_id
        and n.name_key = l.name_key and n.id <> l.id) as namesake,
      (select coalesce(json_agg(r), '[]') from (
        select k.id, k.contacted_on as "contactedOn", k.outcome, k.motivation, k.note, m.name as "authorName",
          (k.author_id = ${viewerId} or s.role = 'lead') as correctable
        from check_ins k join members m on m.workspace_id = k.workspace_id and m.user_id = k.author_id
        where k.workspace_id = l.workspace_id and k.learner_id = l.id
        order by k.contacted_on desc, k.created_at desc limit 2) r) as recent,
      array(select t.role from care_team t where t.workspace_id = l.workspace_id and t.learner_id = l.id
        order by t.role desc) || 'school'::text as audiences
    from learners l
    join supporters s on s.workspace_id = l.workspace_id and s.program_id = l.program_id
      and s.user_id = ${viewerId} and s.removed_at is null
    join members v on v.workspace_id = s.workspace_id and v.user_id = s.user_id
    join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
    where l.workspace_id = ${workspaceId} and l.id = ${learnerId}`);
  return result.rows[0] ?? null;
}
