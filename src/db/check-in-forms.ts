import { sql } from 'drizzle-orm';
import type { FormLearner } from '../domain/check-in-form';
import type { Locale } from '../domain/locale';
import type { LearnerCadence } from '../domain/program-rules';
import type { WorkspaceScope } from '../domain/scope';
import { lastSaid } from './check-ins';
import type { Queryable } from './client';
import type { Viewers } from './learners';
import { ruledFrom } from './pauses';
import { type RulesColumns, rulesColumns } from './programs';

/** `plan` may lie in the past here. */
export interface FormRow
  extends Omit<FormLearner, 'answers' | 'plannableUntil'>,
    LearnerCadence,
    RulesColumns {
  /** The viewer's. */
  locale: Locale;
  /** Whether the program has the name twice. */
  namesake: boolean;
  /** Whether she has completed or left the course. */
  finished: boolean;
}

/**
 * All that the modals show of a learner whom the viewer follows up, with the rules that say when she is due, in one
 * indexed read; null when there is no such learner in the viewer's programs, nor, for `careTeam`, in her care.
 */
export async function findFormLearner(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  viewerId: string,
  learnerId: string,
  viewers: Viewers = 'supporters',
): Promise<FormRow | null> {
  const result = await db.execute<FormRow & Record<string, unknown>>(sql`
    select l.id, v.locale, l.program_id as "programId", l.name, l.started_on::text as "startedOn",
      l.ends_on::text as "endsOn", l.unit, l.due_on::text as "dueOn", l.floor_on::text as "floorOn", l.watching,
      l.last_contact_on::text as "lastContactOn", l.rhythm, l.planned_on::text as "plannedOn", ${rulesColumns},
      (select coalesce(json_agg(json_build_object('from', ${ruledFrom(sql`a`)}, 'to', a.to_on) order by a.from_on), '[]')
        from pauses a where a.workspace_id = l.workspace_id and a.learner_id = l.id) as pauses,
      case when l.planned_on is not null then json_build_object('on', l.planned_on,
        'reason', coalesce(l.plan_reason, ''), 'byName', b.name) end as plan,
      exists (select 1 from learners n where n.workspace_id = l.workspace_id and n.program_id = l.program_id
        and n.name_key = l.name_key and n.id <> l.id) as namesake, l.status in ('completed', 'withdrawn') as finished,
      (select coalesce(json_agg(r), '[]') from (
        select k.id, k.contacted_on as "contactedOn", k.outcome, k.motivation, ${lastSaid(sql`k`)} as note, m.name as "authorName",
          (k.author_id = ${viewerId} or coalesce(s.role = 'lead', false)) as correctable
        from check_ins k join members m on m.workspace_id = k.workspace_id and m.user_id = k.author_id
        where k.workspace_id = l.workspace_id and k.learner_id = l.id
        order by k.contacted_on desc, k.created_at desc limit 2) r) as recent,
      (select coalesce(json_agg(json_build_object('role', t.role, 'userId', t.user_id,
          'name', coalesce(m.name, t.name)) order by t.role desc), '[]')
        from care_team t left join members m on m.workspace_id = t.workspace_id and m.user_id = t.user_id
        where t.workspace_id = l.workspace_id and t.learner_id = l.id
          and t.user_id is distinct from ${viewerId}) as "careTeam",
      s.user_id is not null as "mayPlan"
    from learners l
    join members v on v.workspace_id = l.workspace_id and v.user_id = ${viewerId}
    join programs on programs.workspace_id = l.workspace_id and programs.id = l.program_id
    left join members b on b.workspace_id = l.workspace_id and b.user_id = l.planned_by
    left join supporters s on s.workspace_id = l.workspace_id and s.program_id = l.program_id
      and s.user_id = ${viewerId} and s.removed_at is null
    where l.workspace_id = ${workspaceId} and l.id = ${learnerId}
      and (s.user_id is not null or (${viewers === 'careTeam'} and exists (select 1 from care_team c
        where c.workspace_id = l.workspace_id and c.learner_id = l.id and c.user_id = ${viewerId})))`);
  return result.rows[0] ?? null;
}
