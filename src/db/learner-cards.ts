import { sql } from 'drizzle-orm';
import type { NextContact, Rhythm } from '../domain/cadence';
import type { Concern } from '../domain/check-in';
import type { RecentCheckIn } from '../domain/check-in-form';
import type { LocalDate } from '../domain/dates';
import { type CardPause, cardRows, type LearnerStatus } from '../domain/learner-card';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import { lastSaid } from './check-ins';
import type { Queryable } from './client';
import { type OpenConsultationColumn, openConsultationOf } from './consultations';

/** A check-in as the card draws on it. */
interface CardCheckIn extends RecentCheckIn {
  studyHours: number | null;
  concerns: Concern[];
}

export interface LearnerCardRow extends OpenConsultationColumn {
  id: string;
  workspaceId: string;
  programId: string;
  /** The viewer's. */
  locale: Locale;
  programName: string;
  name: string;
  reading: string;
  status: LearnerStatus;
  statusReason: string | null;
  statusOn: LocalDate | null;
  startedOn: LocalDate;
  endsOn: LocalDate;
  goal: string;
  tone: string;
  avoid: string;
  background: string;
  unit: string;
  rhythm: Rhythm | null;
  weeklyHours: number | null;
  companionName: string | null;
  mentorName: string | null;
  advisorName: string | null;
  dueOn: LocalDate | null;
  floorOn: LocalDate | null;
  dueReason: NextContact['reason'];
  plannedOn: LocalDate | null;
  planReason: string | null;
  plannerName: string | null;
  watching: boolean;
  /** Newest first, as many as the trend shows. */
  checkIns: CardCheckIn[];
  /** The first to fall due first. */
  promises: { text: string; dueOn: LocalDate; madeByName: string }[];
  promiseCount: number;
  /** Those that aren't over. */
  pauses: CardPause[];
}

const carer = (role: 'mentor' | 'advisor') => sql`(
  select coalesce(t.name, m.name) from care_team t
  left join members m on m.workspace_id = t.workspace_id and m.user_id = t.user_id
  where t.workspace_id = l.workspace_id and t.learner_id = l.id and t.role = ${role})`;

const openPromises = sql`promises r join members m on m.workspace_id = r.workspace_id and m.user_id = r.made_by
  where r.workspace_id = l.workspace_id and r.learner_id = l.id and r.kept_at is null`;

/**
 * All that a card shows of a learner whom the viewer follows up, in one indexed read; null when there is no such
 * learner in the viewer's programs.
 */
export async function findLearnerCard(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  viewerId: string,
  { learnerId, now }: { learnerId: string; now: Date },
): Promise<LearnerCardRow | null> {
  const result = await db.execute<LearnerCardRow & Record<string, unknown>>(sql`
    select l.id, l.workspace_id as "workspaceId", l.program_id as "programId", v.locale, p.name as "programName",
      l.name, l.reading, l.status, l.status_reason as "statusReason", l.status_on::text as "statusOn", l.started_on::text as "startedOn", l.ends_on::text as "endsOn", l.goal,
      l.background, l.tone, l.avoid, l.unit, l.rhythm, l.weekly_hours::float8 as "weeklyHours", c.name as "companionName",
      ${carer('mentor')} as "mentorName", ${carer('advisor')} as "advisorName",
      l.due_on::text as "dueOn", l.floor_on::text as "floorOn", l.due_reason as "dueReason",
      l.planned_on::text as "plannedOn", l.plan_reason as "planReason", b.name as "plannerName", l.watching,
      (select coalesce(json_agg(r), '[]') from (
        select k.id, k.contacted_on as "contactedOn", k.outcome, k.motivation, k.study_hours::float8 as "studyHours",
          k.concerns, ${lastSaid(sql`k`)} as note, m.name as "authorName", (k.author_id = ${viewerId} or s.role = 'lead') as correctable
        from check_ins k join members m on m.workspace_id = k.workspace_id and m.user_id = k.author_id
        where k.workspace_id = l.workspace_id and k.learner_id = l.id
        order by k.contacted_on desc, k.created_at desc limit ${cardRows.trend}) r) as "checkIns",
      (select coalesce(json_agg(o), '[]') from (
        select r.text, r.due_on as "dueOn", m.name as "madeByName" from ${openPromises}
        order by r.due_on, r.id limit ${cardRows.promises}) o) as promises,
      (select count(*)::int from ${openPromises}) as "promiseCount",
      (select coalesce(json_agg(u), '[]') from (
        select u.id, u.from_on as "from", u.to_on as "to", u.reason from pauses u
        where u.workspace_id = l.workspace_id and u.learner_id = l.id
          and u.to_on >= (${now.toISOString()}::timestamptz at time zone p.zone)::date
        order by u.from_on, u.id limit ${cardRows.pauses}) u) as pauses,
      ${openConsultationOf} as "openConsultation"
    from learners l
    join supporters s on s.workspace_id = l.workspace_id and s.program_id = l.program_id
      and s.user_id = ${viewerId} and s.removed_at is null
    join members v on v.workspace_id = s.workspace_id and v.user_id = s.user_id
    join programs p on p.workspace_id = l.workspace_id and p.id = l.program_id
    left join members c on c.workspace_id = l.workspace_id and c.user_id = l.companion_id
    left join members b on b.workspace_id = l.workspace_id and b.user_id = l.planned_by
    where l.workspace_id = ${workspaceId} and l.id = ${learnerId}`);
  return result.rows[0] ?? null;
}
