import { sql } from 'drizzle-orm';
import type { CaseContent } from '../domain/consultation';
import type { CaseHistoryEntry, ReadCase, RetiredCase } from '../domain/library';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';

/** A case with what its earlier versions said, the latest first. */
export type CaseRow = Omit<ReadCase, 'history'> & {
  versions: (Pick<CaseHistoryEntry, 'change' | 'by' | 'on'> & { before: CaseContent })[];
};

/** The most versions that are shown. */
const mostVersions = 10;

/** A case of a program that the viewer supports, with all that is read of it. Null: there is none. */
export async function findCaseFor(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  viewerId: string,
  caseId: string,
): Promise<CaseRow | null> {
  const { rows } = await db.execute<CaseRow & Record<string, unknown>>(sql`
    select c.id, c.program_id as "programId", p.name as "programName", c.title, c.situation, c.tried, c.helped, c.outcome,
      c.concerns, c.tags, c.unit, c.course_week as "courseWeek", c.closed_on::text as "closedOn",
      a.name as "authorName", c.follow_up_answer as "followUpAnswer", c.follow_up_line as "followUpLine",
      c.helped_count as "helpedCount", c.version, s.role = 'lead' as curates, c.retired_at is not null as retired,
      c.merged_into as "mergedInto", into_case.title as "mergedTitle",
      exists (select 1 from case_marks k where k.workspace_id = c.workspace_id and k.case_id = c.id
        and k.marked_by = ${viewerId}) as marked,
      (select coalesce(json_agg(json_build_object('name', m.name, 'helped', h.helped)
          order by h.helped desc, m.name), '[]')
        from case_helpers h join members m on m.workspace_id = h.workspace_id and m.user_id = h.user_id
        where h.workspace_id = c.workspace_id and h.case_id = c.id) as helpers,
      (select coalesce(json_agg(v), '[]') from (
        select v.change, m.name as by, (v.changed_at at time zone p.zone)::date as on, v.before
        from case_versions v join members m on m.workspace_id = v.workspace_id and m.user_id = v.changed_by
        where v.workspace_id = c.workspace_id and v.case_id = c.id
        order by v.version desc limit ${mostVersions}) v) as versions
    from cases c
    join programs p on p.workspace_id = c.workspace_id and p.id = c.program_id
    join supporters s on s.workspace_id = c.workspace_id and s.program_id = c.program_id
      and s.user_id = ${viewerId} and s.removed_at is null
    join members a on a.workspace_id = c.workspace_id and a.user_id = c.author_id
    left join cases into_case on into_case.workspace_id = c.workspace_id and into_case.id = c.merged_into
    where c.workspace_id = ${workspaceId} and c.id = ${caseId}`);
  return rows[0] ?? null;
}

/** The retired cases of the programs that the viewer leads, the latest retired first; with how many there are in all. */
export async function retiredCasesFor(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  viewerId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ cases: RetiredCase[]; total: number }> {
  const { rows } = await db.execute<RetiredCase & { total: number }>(sql`
    select c.id, c.title, c.outcome, c.concerns, c.unit, c.course_week as "courseWeek", c.closed_on::text as "closedOn",
      c.helped_count as "helpedCount", into_case.title as "mergedTitle",
      (c.retired_at at time zone p.zone)::date::text as "retiredOn", count(*) over ()::int as total
    from supporters s
    join programs p on p.workspace_id = s.workspace_id and p.id = s.program_id
    join cases c on c.workspace_id = s.workspace_id and c.program_id = s.program_id and c.retired_at is not null
    left join cases into_case on into_case.workspace_id = c.workspace_id and into_case.id = c.merged_into
    where s.workspace_id = ${workspaceId} and s.user_id = ${viewerId} and s.role = 'lead' and s.removed_at is null
    order by c.retired_at desc, c.id limit ${limit} offset ${offset}`);
  return { cases: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
