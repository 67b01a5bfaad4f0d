import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { BreachCauseGiven } from '../domain/breach';
import type { LocalDate } from '../domain/dates';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import { acting } from './acting';
import type { Queryable } from './client';
import { type ProgramDay, programDays } from './program-days';
import { breaches, learners, supporters } from './schema';

export type Breach = typeof breaches.$inferSelect;

/** Whether a contact that counts was made in time after all, or the learner was away on the floor's last day. */
const kept = (sinceOn: SQL, row: SQL) => sql`(
  exists (select 1 from check_ins k where k.workspace_id = ${row}.workspace_id and k.learner_id = ${row}.learner_id
    and k.counts and k.contacted_on <= ${row}.floor_on and (${sinceOn} is null or k.contacted_on > ${sinceOn}))
  or exists (select 1 from pauses z where z.workspace_id = ${row}.workspace_id and z.learner_id = ${row}.learner_id
    and ${row}.floor_on between z.from_on and z.to_on))`;

const missedColumns = sql`
  l.workspace_id, l.program_id, l.id as learner_id, l.floor_on, l.last_contact_on as since_on,
  greatest(l.last_contact_on, l.started_on - 1) as anchor_on,
  (l.created_at at time zone p.zone)::date as known_on, actor.user_id as companion_id`;

/** How many days could pass by the policy that was in force on the floor's last day; before the first one, as stored. */
const allowedThen = sql`coalesce((
  select r.floor_days from policies r
  where r.workspace_id = missed.workspace_id and r.program_id = missed.program_id and r.ended_at is null
    and r.effective_on <= missed.floor_on
  order by r.effective_on desc limit 1), 0)`;

/**
 * Writes what was missed, once for each time that nobody got in touch. A floor that had ended when the learner came in,
 * as when a team begins with Banso in the middle of a course, was nobody's to keep; nor was one that only a policy gave
 * that took effect later.
 */
const writeMissed = (at: Date) => sql`
  insert into breaches (workspace_id, program_id, learner_id, floor_on, since_on, companion_id, recorded_at)
  select missed.workspace_id, missed.program_id, missed.learner_id, missed.floor_on, missed.since_on,
    missed.companion_id, ${at.toISOString()}::timestamptz
  from missed
  where missed.floor_on > coalesce(missed.since_on, missed.known_on - 1)
    and missed.floor_on >= missed.anchor_on + ${allowedThen}
    and not ${kept(sql`missed.since_on`, sql`missed`)}
    and not exists (select 1 from breaches b where b.workspace_id = missed.workspace_id
      and b.learner_id = missed.learner_id and b.floor_on > coalesce(missed.since_on, '-infinity'))
  on conflict do nothing
  returning workspace_id as "workspaceId", program_id as "programId"`;

/**
 * Records, for each program, the floors that ended before its present day without a contact. An index range per
 * program (learners_floor), and those recorded already cost a look each. The learners are held until the transaction
 * ends, in the order of their ids: a contact that is being logged counts. Returns the programs with something new.
 */
export async function recordMissedFloors(
  db: Queryable,
  slots: readonly ProgramDay[],
  at: Date,
): Promise<ProgramScope[]> {
  if (slots.length === 0) return [];
  const { rows } = await db.execute<ProgramScope & Record<string, unknown>>(sql`
    with missed as (
      select ${missedColumns}
      from ${programDays(slots)}
      join learners l on l.workspace_id = slot.workspace_id and l.program_id = slot.program_id
        and l.status = 'active' and l.floor_on < slot.day and l.due_on is not null
      join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
      ${acting(at)}
      order by l.id
      for key share of l
    ) ${writeMissed(at)}`);
  return rows;
}

/**
 * The same for learners whose rows still show floors that have passed: before their due days are worked out anew, with
 * their rows locked. Returns whether something was recorded.
 */
export async function recordMissedFloorsOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerIds: readonly string[],
  at: Date,
): Promise<boolean> {
  if (learnerIds.length === 0) return false;
  const { rows } = await db.execute(sql`
    with missed as (
      select ${missedColumns}
      from learners l
      join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
      ${acting(at)}
      where l.workspace_id = ${workspaceId} and l.id = any(${sql.param([...learnerIds])}::uuid[])
        and l.status = 'active' and l.due_on is not null
    ) ${writeMissed(at)}`);
  return rows.length > 0;
}

/**
 * Takes back what turns out to have been kept, or to have ended on or after `until`, since when nobody follows her. Returns
 * whether there was something.
 */
export async function withdrawBreaches(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { learnerId, until }: { learnerId: string; until: LocalDate },
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    delete from breaches b
    where b.workspace_id = ${workspaceId} and b.learner_id = ${learnerId}
      and (b.floor_on >= ${until}::date or ${kept(sql`b.since_on`, sql`b`)})
    returning b.id`);
  return rows.length > 0;
}

/** What a lead is asked about. */
export interface UnexplainedBreach {
  id: string;
  learnerName: string;
  startedOn: LocalDate;
  namesake: boolean;
  floorOn: LocalDate;
  companionName: string | null;
}

/** Breaches without a cause in the programs that somebody leads, newest first. */
export async function unexplainedBreaches(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  leadId: string,
  limit: number,
): Promise<UnexplainedBreach[]> {
  const { rows } = await db.execute<UnexplainedBreach & Record<string, unknown>>(sql`
    select b.id, l.name as "learnerName", l.started_on::text as "startedOn", b.floor_on::text as "floorOn",
      m.name as "companionName",
      exists (select 1 from learners n where n.workspace_id = l.workspace_id and n.program_id = l.program_id
        and n.name_key = l.name_key and n.id <> l.id) as namesake
    from supporters s
    join breaches b on b.workspace_id = s.workspace_id and b.program_id = s.program_id and b.cause is null
    join learners l on l.workspace_id = b.workspace_id and l.id = b.learner_id
    left join members m on m.workspace_id = b.workspace_id and m.user_id = b.companion_id
    where s.workspace_id = ${workspaceId} and s.user_id = ${leadId} and s.role = 'lead' and s.removed_at is null
    order by b.floor_on desc, l.reading_key, l.name_key, b.id
    limit ${limit}`);
  return rows;
}

export interface SeenBreach {
  breach: Breach;
  learnerName: string;
  viewerRole: 'lead' | 'supporter';
}

function selectSeen(db: Queryable, { workspaceId }: WorkspaceScope, viewerId: string, breachId: string) {
  return db
    .select({ breach: breaches, learnerName: learners.name, viewerRole: supporters.role })
    .from(breaches)
    .innerJoin(
      learners,
      and(eq(learners.workspaceId, breaches.workspaceId), eq(learners.id, breaches.learnerId)),
    )
    .innerJoin(
      supporters,
      and(
        eq(supporters.workspaceId, breaches.workspaceId),
        eq(supporters.programId, breaches.programId),
        eq(supporters.userId, viewerId),
        isNull(supporters.removedAt),
      ),
    )
    .where(and(eq(breaches.workspaceId, workspaceId), eq(breaches.id, breachId)));
}

/** Null: it was taken back, or is in no program that the viewer supports. */
export async function findBreachFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  breachId: string,
): Promise<SeenBreach | null> {
  const [row] = await selectSeen(db, scope, viewerId, breachId);
  return row ?? null;
}

/** The same, with the breach locked until the transaction ends. */
export async function lockBreachFor(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  breachId: string,
): Promise<SeenBreach | null> {
  const [row] = await selectSeen(db, scope, viewerId, breachId).for('update', { of: breaches });
  return row ?? null;
}

export async function setBreachCauseRow(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  breachId: string,
  { cause, note }: BreachCauseGiven,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await db
    .update(breaches)
    .set({ cause, causeNote: note, causeSetBy: by, causeSetAt: at })
    .where(and(eq(breaches.workspaceId, workspaceId), eq(breaches.id, breachId)));
}
