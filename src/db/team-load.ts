import { sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';

/** A caseload in a program, as a lead sees it. */
export interface CaseloadSize {
  programId: string;
  /** Null: learners whom nobody of the team accompanies. */
  name: string | null;
  learners: number;
  /** Of them, those who are due by the program's day. */
  due: number;
}

/** How many learners each supporter of these programs has, those without anybody first. An index range per program. */
export async function caseloadSizes(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  programs: readonly { programId: string; today: LocalDate }[],
): Promise<CaseloadSize[]> {
  if (programs.length === 0) return [];
  const result = await db.execute<CaseloadSize & Record<string, unknown>>(sql`
    with caseloads as (
      select l.workspace_id, l.program_id, l.companion_id, count(*) as learners,
        count(*) filter (where l.due_on <= slot.today) as due
      from unnest(
        ${sql.param(programs.map((program) => program.programId))}::uuid[],
        ${sql.param(programs.map((program) => program.today))}::date[]
      ) as slot(program_id, today)
      join learners l on l.workspace_id = ${workspaceId} and l.program_id = slot.program_id and l.status = 'active'
      group by l.workspace_id, l.program_id, l.companion_id
    )
    select c.program_id as "programId", case when s.user_id is not null then m.name end as name,
      sum(c.learners)::int as learners, sum(c.due)::int as due
    from caseloads c
    left join supporters s on s.workspace_id = c.workspace_id and s.program_id = c.program_id
      and s.user_id = c.companion_id and s.removed_at is null
    left join members m on m.workspace_id = s.workspace_id and m.user_id = s.user_id
    group by c.program_id, s.user_id, m.name
    order by c.program_id, s.user_id is not null, learners desc, m.name`);
  return result.rows;
}
