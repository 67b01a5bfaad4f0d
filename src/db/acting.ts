import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { ProgramScope } from '../domain/scope';
import type { Queryable } from './client';

/**
 * Who acts for a learner `l` of program `p` at an instant, as `actor` (all null: nobody does), and the learner's
 * companion as `c`: whoever took the learner for the day, else the companion, else whoever has agreed to cover the
 * companion's absence, for this learner by name before for everyone, whoever agreed first. Of these the first who supports the program now,
 * whom Slack can reach and who isn't away herself: covers have no covers.
 */
export function acting(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`
  left join members c on c.workspace_id = l.workspace_id and c.user_id = l.companion_id
  left join lateral (
    select m.user_id, m.name, candidate.since, candidate.until, candidate.zone
    from (
      select d.user_id, 1 as rank, d.covered_on as since, null::date as until, p.zone, d.taken_at as at
      from day_covers d
      where d.workspace_id = l.workspace_id and d.learner_id = l.id
        and d.covered_on = (${at} at time zone p.zone)::date
      union all
      select l.companion_id, 2, null, null, null, null where l.companion_id is not null
      union all
      select k.to_id, case k.extent when 'some' then 3 else 4 end, a.from_on, a.to_on, c.zone, k.answered_at
      from absences a
      join cover_requests k on k.workspace_id = a.workspace_id and k.absence_id = a.id
        and k.status = 'accepted' and ${isAskedFor}
      where a.workspace_id = l.workspace_id and a.user_id = l.companion_id and ${lasts(at, sql`c`)}
    ) candidate
    join members m on m.workspace_id = l.workspace_id and m.user_id = candidate.user_id
      and m.unreachable_since is null
    cross join lateral (
      select from supporters s
      where s.workspace_id = l.workspace_id and s.program_id = l.program_id and s.user_id = candidate.user_id
        and s.removed_at is null
      limit 1
    ) supporter
    where not exists (select 1 from absences a where a.workspace_id = m.workspace_id
      and a.user_id = m.user_id and ${lasts(at, sql`m`)})
    order by candidate.rank, candidate.at, m.user_id
    limit 1
  ) actor on true`;
}

/** Whether absence `a` of a member counts and has begun and not ended where she is. */
function lasts(at: SQL, member: SQL): SQL {
  return sql`a.cancelled_at is null and (${at} at time zone ${member}.zone)::date between a.from_on and a.to_on`;
}

/** Whether request `k` is about learner `l`, whose companion's absence it covers. */
export const isAskedFor = sql`(k.extent = 'everyone' or exists (
  select 1 from cover_request_learners kl
  where kl.workspace_id = k.workspace_id and kl.request_id = k.id and kl.learner_id = l.id))`;

/** What of `actor` a list needs. */
export const actorColumns = sql`actor.user_id as "actorId", actor.name as "actorName",
  actor.since::text as "actorSince", actor.until::text as "actorUntil", actor.zone as "actorZone"`;

export interface ActorColumns {
  /** Null: nobody acts for the learner. */
  actorId: string | null;
  actorName: string | null;
  /** The day from which a cover acts; null: the companion does. */
  actorSince: LocalDate | null;
  /** The last day of the absence that she covers; null: she took the learner for a day, or is the companion. */
  actorUntil: LocalDate | null;
  /** The zone of these two; null: the companion acts. */
  actorZone: string | null;
}

const nobody: ActorColumns = {
  actorId: null,
  actorName: null,
  actorSince: null,
  actorUntil: null,
  actorZone: null,
};

/** Who acts for one learner. */
export async function findActor(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  learnerId: string,
  now: Date,
): Promise<ActorColumns> {
  const result = await db.execute<ActorColumns & Record<string, unknown>>(sql`
    select ${actorColumns}
    from learners l
    join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
    ${acting(now)}
    where l.workspace_id = ${workspaceId} and l.program_id = ${programId} and l.id = ${learnerId}`);
  return result.rows[0] ?? nobody;
}
