import { sql } from 'drizzle-orm';
import type { CoverCard } from '../domain/cover-card';
import { lastSaid } from './check-ins';
import type { Queryable } from './client';
import type { Delivery } from './deliveries';

/** A message with cards, and who reads it. */
type CardsPage = Pick<Delivery, 'workspaceId' | 'id' | 'recipient'>;

/** Learner `l` is of a program that the reader supports now. */
const readersLearners = (recipient: string) => sql`
  join learners l on l.workspace_id = dl.workspace_id and l.id = dl.learner_id
  join supporters s on s.workspace_id = l.workspace_id and s.program_id = l.program_id
    and s.user_id = ${recipient} and s.removed_at is null`;

/** What to know of everybody on this page whom its reader may see, in its order: one query for all cards. */
export async function coverCards(
  db: Queryable,
  { workspaceId, id, recipient }: CardsPage,
): Promise<CoverCard[]> {
  const result = await db.execute<CoverCard & Record<string, unknown>>(sql`
    select l.id as "learnerId", l.name, l.status, l.companion_id as "companionId",
      l.started_on::text as "startedOn", l.ends_on::text as "endsOn", p.zone, l.goal, l.tone, l.avoid, l.unit,
      l.due_on::text as "dueOn", case when l.watching then coalesce(l.plan_reason, '') end as "watchedBecause",
      (select coalesce(json_agg(r order by r."contactedOn" desc, r.created_at desc), '[]') from (
        select k.contacted_on as "contactedOn", k.outcome, k.motivation, ${lastSaid(sql`k`)} as note, m.name as "authorName", k.created_at
        from check_ins k join members m on m.workspace_id = k.workspace_id and m.user_id = k.author_id
        where k.workspace_id = l.workspace_id and k.learner_id = l.id
        order by k.contacted_on desc, k.created_at desc limit 3) r) as recent,
      (select coalesce(json_agg(r.motivation order by r.contacted_on, r.created_at), '[]') from (
        select k.motivation, k.contacted_on, k.created_at from check_ins k
        where k.workspace_id = l.workspace_id and k.learner_id = l.id and k.motivation is not null
        order by k.contacted_on desc, k.created_at desc limit 8) r) as motivations,
      (select coalesce(json_agg(json_build_object('text', r.text, 'dueOn', r.due_on) order by r.due_on, r.id), '[]')
        from promises r
        where r.workspace_id = l.workspace_id and r.learner_id = l.id and r.kept_at is null
      ) as promises,
      (select coalesce(json_agg(json_build_object('role', t.role, 'name', coalesce(m.name, t.name)) order by t.role desc),
          '[]')
        from care_team t left join members m on m.workspace_id = t.workspace_id and m.user_id = t.user_id
        where t.workspace_id = l.workspace_id and t.learner_id = l.id) as team
    from delivery_learners dl
    ${readersLearners(recipient)}
    join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
    where dl.workspace_id = ${workspaceId} and dl.delivery_id = ${id}
    order by dl.position`);
  return result.rows;
}

/** How many learners stand on these pages whom their reader may see. */
export async function countCards(
  db: Queryable,
  { workspaceId, recipient }: CardsPage,
  pageIds: readonly string[],
): Promise<number> {
  const result = await db.execute<{ count: number }>(sql`
    select count(*)::int as count
    from delivery_learners dl
    ${readersLearners(recipient)}
    where dl.workspace_id = ${workspaceId} and dl.delivery_id = any(${sql.param([...pageIds])}::uuid[])`);
  return result.rows[0]?.count ?? 0;
}
