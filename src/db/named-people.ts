import { sql } from 'drizzle-orm';
import type { ProgramScope } from '../domain/scope';
import type { Queryable } from './client';

/** A name that must not stand in what the library keeps. */
export interface NamedRow {
  role: 'learner' | 'supporter' | 'mentor' | 'advisor';
  names: string[];
  slackUserId: string | null;
}

/** All names of a learner `l` that are known: today's, and those that she had before her profile was edited. */
export const learnerNames = sql`array[l.name, l.reading] || array(
  select unnest(array[e.before ->> 'name', e.before ->> 'reading']) from learner_edits e
  where e.workspace_id = l.workspace_id and e.learner_id = l.id)`;

/**
 * A learner first, where there is one, then whoever supports or supported her program, then the mentors and advisors of its
 * learners and whoever was hers before, each by all the names that are known.
 */
export async function namedPeople(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  learnerId: string | null,
): Promise<NamedRow[]> {
  const { rows } = await db.execute<NamedRow & Record<string, unknown>>(sql`
    select role, names, "slackUserId" from (
      select 1 as place, 'learner' as role, ${learnerNames} as names, l.slack_user_id as "slackUserId"
      from learners l
      where l.workspace_id = ${workspaceId} and l.program_id = ${programId} and l.id = ${learnerId}
      union all
      select 2, 'supporter', array[m.name], m.user_id
      from supporters s
      join members m on m.workspace_id = s.workspace_id and m.user_id = s.user_id
      where s.workspace_id = ${workspaceId} and s.program_id = ${programId}
      union all
      select distinct 3, t.role, array[coalesce(t.name, m.name)], t.user_id
      from learners l
      join care_team t on t.workspace_id = l.workspace_id and t.learner_id = l.id
      left join members m on m.workspace_id = t.workspace_id and m.user_id = t.user_id
      where l.workspace_id = ${workspaceId} and l.program_id = ${programId}
      union all
      select distinct 3, r.role, array[coalesce(e.before -> r.role ->> 'name', m.name)], m.user_id
      from learners l
      join learner_edits e on e.workspace_id = l.workspace_id and e.learner_id = l.id
      cross join (values ('mentor'), ('advisor')) r(role)
      left join members m on m.workspace_id = e.workspace_id and m.user_id = e.before -> r.role ->> 'userId'
      where l.workspace_id = ${workspaceId} and l.program_id = ${programId} and l.id = ${learnerId}
        and coalesce(e.before -> r.role ->> 'name', m.name) is not null
    ) people
    order by place`);
  return rows;
}
