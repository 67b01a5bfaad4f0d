import type { ClientBase } from 'pg';
import { populationDay } from '../support/population';

/**
 * Gives a population a past: 75 mentors and 25 former supporters per program, promises, and forty days of sent
 * lists, an opened Home for each supporter, and each learner a pause, a mentor and corrected check-ins. Today's lists are live; those of workspace T7 are stale, those of T8 still planned. The first program of
 * T9 has 5,000 learners.
 */
export async function addPast(client: ClientBase): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

const sent = `workspace_id, kind, dedupe_key, program_id, recipient, on_date, status, run_at, channel_id, ts, sent_at,
  live, wanted_revision, shown_revision, created_at`;

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
  `insert into promises (workspace_id, program_id, learner_id, check_in_id, made_by, text, due_on, kept_at)
   select workspace_id, program_id, learner_id, id, author_id, '本を送る',
     contacted_on + case unit when 'HTML/CSS 1' then 3 else 9 end,
     case when unit not in ('HTML/CSS 1', 'HTML/CSS 2') then now() end
   from check_ins where contacted_on = '2026-11-20'`,
  `insert into learners (workspace_id, program_id, name, name_key, started_on, ends_on, companion_id, due_on, floor_on,
     due_reason, due_set_on, created_at)
   select workspace_id, id, '転入' || n, '転入' || n, '2026-10-05', '2027-01-31', 'U0S' || n % 8, date '${populationDay}' + 7,
     date '${populationDay}' + 7, 'rhythm', '2026-11-20', now()
   from programs, generate_series(1, 4750) n where workspace_id = 'T9' and channel_id = 'C0'`,
  `insert into pauses (workspace_id, learner_id, from_on, to_on, reason)
   select workspace_id, id, '2026-10-20', '2026-10-24', '旅行' from learners`,
  `insert into care_team (workspace_id, learner_id, role, name) select workspace_id, id, 'mentor', '江口' from learners`,
  `insert into check_in_corrections (workspace_id, check_in_id, version, before, corrected_by, corrected_at)
   select workspace_id, id, 1, '{}', author_id, now() from check_ins`,
  `insert into homes (workspace_id, user_id, opened_at, shown_revision)
   select workspace_id, user_id, now(), 1 from members where next_reminder_at is not null`,
  'vacuum analyze',
];
