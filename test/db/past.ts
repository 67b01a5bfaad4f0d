import type { ClientBase } from 'pg';
import { populationDay } from '../support/population';
import { consultationStatements } from './past-consultations';

/**
 * Gives a population a past: 75 mentors and 25 former supporters per program, promises, and forty days of sent
 * lists, an opened Home for each supporter, and each learner a pause, a mentor, corrected check-ins and two audit events, one in six
 * a missed minimum. Each supporter
 * was away six times, covered by the next one, and somebody else took her due learners for five days. Today's lists are
 * live; those of workspace T7 are stale, those of T8 still planned. The first program of T9 has 5,000 learners, and each has
 * had 20 imports. The learners of T7 are in Slack, and its programs see their messages. In T7, T8 and T9 each learner has an advisor in Slack, who was told of her check-ins and answered.
 * For consultations and cases see past-consultations.ts.
 */
export async function addPast(client: ClientBase): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

const sent = `workspace_id, kind, dedupe_key, program_id, recipient, on_date, status, run_at, channel_id, ts, sent_at,
  live, wanted_revision, shown_revision, created_at`;

/** Of the same program: `U3S1` after `U3S0`, and `U3S0` after `U3S7`. */
function nextSupporter(userId: string): string {
  return `split_part(${userId}, 'S', 1) || 'S' || (split_part(${userId}, 'S', 2)::int + 1) % 8`;
}

const statements = [
  `insert into members (workspace_id, user_id, name, zone, locale)
   select workspace_id, 'U' || id || n, '元', 'Asia/Tokyo', 'ja' from programs, generate_series(0, 99) n`,
  `insert into supporters (workspace_id, program_id, user_id, role, removed_at)
   select workspace_id, id, 'U' || id || n, 'supporter', now() from programs, generate_series(0, 24) n`,
  `insert into deliveries (${sent})
   select p.workspace_id, 'digest', 'digest-' || p.id || '-' || d, p.id, p.channel_id, date '${populationDay}' - d,
     'sent', now(), p.channel_id, '1.0', now(), d = 0, case when d = 0 and substr(p.workspace_id, 2) = '7' then 2 else 1 end,
     1, now()
   from programs p, generate_series(0, 39) d`,
  `insert into deliveries (${sent})
   select m.workspace_id, 'reminder', 'reminder-' || m.user_id || '-' || d, null, m.user_id, date '${populationDay}' - d,
     'sent', now(), m.user_id, '1.0', now(), d = 0, 1, 1, now()
   from members m, generate_series(0, 19) d where m.next_reminder_at is not null`,
  `insert into deliveries (workspace_id, kind, dedupe_key, program_id, recipient, on_date, run_at, live, created_at)
   select workspace_id, 'digest', 'planned-' || id, id, channel_id, date '${populationDay}', now() - interval '1 day', false, now()
   from programs where workspace_id = 'T8'`,
  `insert into delivery_learners (workspace_id, delivery_id, learner_id, position, due_on)
   select d.workspace_id, d.id, l.id, row_number() over (partition by d.id), d.on_date
   from deliveries d join learners l on l.workspace_id = d.workspace_id and l.program_id = d.program_id
     and l.due_on <= date '${populationDay}'
   where d.kind = 'digest' and d.status = 'sent'`,
  `insert into promises (workspace_id, program_id, learner_id, check_in_id, made_by, text, due_on, kept_at, kept_by)
   select workspace_id, program_id, learner_id, id, author_id, '本を送る',
     contacted_on + case unit when 'HTML/CSS 1' then 3 else 9 end,
     case when unit not in ('HTML/CSS 1', 'HTML/CSS 2') then now() end,
     case when unit not in ('HTML/CSS 1', 'HTML/CSS 2') then author_id end
   from check_ins where contacted_on = '2026-11-20'`,
  `insert into learners (workspace_id, program_id, name, name_key, started_on, ends_on, companion_id, due_on, floor_on,
     due_reason, due_set_on, created_at)
   select workspace_id, id, '転入' || n, '転入' || n, '2026-10-05', '2027-01-31', 'U0S' || n % 8, date '${populationDay}' + 7,
     date '${populationDay}' + 7, 'rhythm', '2026-11-20', now()
   from programs, generate_series(1, 4750) n where workspace_id = 'T9' and channel_id = 'C0'`,
  `insert into pauses (workspace_id, learner_id, from_on, to_on, reason)
   select workspace_id, id, '2026-10-20', '2026-10-24', '旅行' from learners`,
  `insert into care_team (workspace_id, learner_id, role, name) select workspace_id, id, 'mentor', '江口' from learners`,
  `insert into care_team (workspace_id, learner_id, role, user_id)
   select workspace_id, id, 'advisor', 'U' || program_id || row_number() over (partition by program_id order by id) % 5
   from learners where workspace_id in ('T7', 'T8', 'T9')`,
  'analyze',
  `insert into deliveries (${sent})
   select workspace_id, 'care_team', 'care-' || user_id || '-' || d, null, user_id, date '${populationDay}' - d,
     'sent', now(), user_id, '1.0', now(), true, 1, 1, now()
   from (select distinct workspace_id, user_id from care_team where user_id is not null) c, generate_series(0, 19) d`,
  `insert into deliveries (workspace_id, kind, dedupe_key, recipient, on_date, run_at, created_at)
   select workspace_id, 'care_team', 'next-' || user_id, user_id, date '${populationDay}' + 1, now() + interval '1 day', now()
   from care_team where workspace_id = 'T7' and user_id is not null on conflict do nothing`,
  `insert into care_flags (workspace_id, check_in_id, user_id, delivery_id, urgent, flagged_at)
   select k.workspace_id, k.id, k.user_id, d.id, false, now()
   from (select c.workspace_id, c.id, t.user_id, row_number() over (partition by t.user_id order by c.id) % 20 as d
     from check_ins c join care_team t on t.workspace_id = c.workspace_id and t.learner_id = c.learner_id
     where t.user_id is not null) k
   join deliveries d on d.workspace_id = k.workspace_id and d.dedupe_key = 'care-' || k.user_id || '-' || k.d`,
  `insert into care_answers (workspace_id, program_id, learner_id, check_in_id, author_id, role, text, submission_key,
     created_at)
   select c.workspace_id, c.program_id, c.learner_id, c.id, f.user_id, 'advisor', '返事', c.id, now()
   from check_ins c join care_flags f on f.workspace_id = c.workspace_id and f.check_in_id = c.id`,
  `insert into check_in_corrections (workspace_id, check_in_id, version, before, corrected_by, corrected_at)
   select workspace_id, id, 1, '{}', author_id, now() from check_ins`,
  `insert into breaches (workspace_id, program_id, learner_id, floor_on, since_on, companion_id, recorded_at, cause,
     cause_set_by, cause_set_at)
   select workspace_id, program_id, id, date '${populationDay}' - 40, date '${populationDay}' - 47, companion_id, now(),
     case when unit <> 'HTML/CSS 1' then 'other' end, case when unit <> 'HTML/CSS 1' then companion_id end,
     case when unit <> 'HTML/CSS 1' then now() end
   from learners where unit in ('HTML/CSS 1', 'HTML/CSS 2')`,
  `insert into learner_edits (workspace_id, learner_id, version, before, edited_at)
   select workspace_id, id, 1, '{}', now() from learners`,
  `insert into homes (workspace_id, user_id, opened_at, shown_revision)
   select workspace_id, user_id, now(), 1 from members where next_reminder_at is not null`,
  `insert into absences (workspace_id, user_id, from_on, to_on, submission_key, created_at)
   select workspace_id, user_id, date '${populationDay}' - 20 * n, date '${populationDay}' - 20 * n + 4, user_id || '-' || n,
     now()
   from members, generate_series(1, 6) n where next_reminder_at is not null`,
  `insert into cover_requests (workspace_id, absence_id, from_id, to_id, asked_by, extent, status, submission_key,
     asked_at, answered_at)
   select workspace_id, id, user_id, ${nextSupporter('user_id')}, user_id,
     case when submission_key like '%-1' then 'some' else 'everyone' end, 'accepted', submission_key, now(), now()
   from absences`,
  `insert into cover_request_learners (workspace_id, request_id, learner_id, position)
   select k.workspace_id, k.id, l.id, 0 from cover_requests k
   join learners l on l.workspace_id = k.workspace_id and l.companion_id = k.from_id
     and l.due_on <= date '${populationDay}'
   where k.extent = 'some'`,
  `insert into day_covers (workspace_id, learner_id, covered_on, user_id, taken_at)
   select workspace_id, id, date '${populationDay}' - n, ${nextSupporter('companion_id')}, now()
   from learners, generate_series(1, 5) n where due_on <= date '${populationDay}'`,
  `insert into restatements (workspace_id, program_id, started_at, finished_at)
   select workspace_id, id, now(), now() from programs`,
  `insert into imports (id, workspace_id, program_id, requested_by, file_id, status, run_at, created_at, finished_at)
   select gen_random_uuid(), p.workspace_id, p.id, (
     select s.user_id from supporters s where s.workspace_id = p.workspace_id and s.program_id = p.id limit 1
   ), 'F' || n, 'done', now(), now(), now()
   from programs p, generate_series(1, 20) n`,
  `insert into audit_events (workspace_id, program_id, action, subject_id, at)
   select workspace_id, program_id, 'learner.edited', id, now() from learners, generate_series(1, 2)`,
  ...consultationStatements,
  `update programs set sees_messages = true where workspace_id = 'T7'`,
  `update learners set slack_user_id = 'UL' || upper(replace(id::text, '-', '')) where workspace_id = 'T7'`,
  'vacuum analyze',
];
