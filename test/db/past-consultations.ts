import { populationDay } from '../support/population';

/** A learner's number in her program: those of `populate`, not the 4,750 who came later. */
const number = `substr(l.name, 4)::int`;

/** Whether a peer has answered. */
const answered = `(${number} % 100 <> 1 or c.id is not null)`;

/**
 * Gives a population's learners consultations: one in fifty an open one, of which those of every hundredth have no answer
 * and should have had one yesterday, today or tomorrow; one in twenty-one a closed one with its case. In each the next
 * supporter asked too, and three people wrote four replies, of which one is marked. Where nobody has answered, somebody
 * is to be asked by name tomorrow; how a closed one went on is to be asked next week. Each case was edited once, and
 * stands in the library beside the wins.
 */
export const consultationStatements = [
  // A case has the id of its learner here, which is only a way to find it.
  `insert into cases (id, workspace_id, program_id, title, situation, tried, helped, outcome, concerns, unit, course_week,
     closed_on, author_id, version, created_at)
   select l.id, l.workspace_id, l.program_id, '夜勤でお返事がない', repeat('様子 ', 40), repeat('試した ', 20),
     repeat('助け ', 20), 'better', '{time,work}', l.unit, 7, '2026-11-21', l.companion_id, 2, '2026-11-21 03:00Z'
   from learners l where l.name like '受講生%' and ${number} % 21 = 2`,
  // One in ten is retired.
  `update cases set retired_at = '2026-11-22 03:00Z' where course_week = 7 and ('x' || left(id::text, 4))::bit(16)::int % 10 = 0`,
  `insert into consultations (workspace_id, program_id, learner_id, author_id, hide_name, shown_check_ins, status,
     opened_at, opened_on, answer_by, answered_at, next_nudge_at, closed_at, closed_on, closed_by, case_id, follow_up_at)
   select l.workspace_id, l.program_id, l.id, l.companion_id, false,
     array(select k.id from check_ins k where k.workspace_id = l.workspace_id and k.learner_id = l.id limit 3),
     case when c.id is null then 'open' else 'closed' end, '2026-11-20 03:00Z', '2026-11-20',
     date '${populationDay}' + ${number} / 100 % 3 - 1,
     case when ${answered} then timestamptz '2026-11-20 05:00Z' end,
     case when not ${answered} then timestamptz '2026-11-25 00:00Z' end,
     c.created_at, c.closed_on, c.author_id, c.id, c.created_at + interval '14 days'
   from learners l left join cases c on c.id = l.id
   where l.name like '受講生%' and (c.id is not null or ${number} % 50 = 1)`,
  `insert into consultation_questions (workspace_id, consultation_id, author_id, situation, wants, submission_key, asked_at)
   select c.workspace_id, c.id, case n when 0 then c.author_id else s.user_id end, repeat('様子 ', 40), '{ideas}',
     n || '-' || c.id, c.opened_at + n * interval '1 hour'
   from consultations c, generate_series(0, 1) n, lateral (select split_part(c.author_id, 'S', 1) || 'S'
     || (split_part(c.author_id, 'S', 2)::int + 1) % 8 as user_id) s`,
  `insert into consultation_replies (workspace_id, consultation_id, ts, author_id, text, posted_at)
   select c.workspace_id, c.id, '1764000000.00000' || n, split_part(c.author_id, 'S', 1) || 'S'
     || (split_part(c.author_id, 'S', 2)::int + 2 + n % 3) % 8, repeat('返事 ', 20), c.answered_at
   from consultations c, generate_series(0, 3) n where c.answered_at is not null`,
  `insert into reply_marks (workspace_id, consultation_id, ts, marked_by, marked_at)
   select c.workspace_id, c.id, '1764000000.000000', c.author_id, c.answered_at
   from consultations c where c.answered_at is not null`,
  `insert into consultation_nudges (workspace_id, program_id, consultation_id, asked_id, experienced, asked_on, asked_at)
   select workspace_id, program_id, id, split_part(author_id, 'S', 1) || 'S' || (split_part(author_id, 'S', 2)::int + 2) % 8,
     true, answer_by, opened_at
   from consultations where status = 'closed'`,
  `insert into deliveries (id, workspace_id, kind, dedupe_key, program_id, recipient, on_date, status, run_at, channel_id, ts,
     sent_at, live, wanted_revision, shown_revision, created_at)
   select c.id, c.workspace_id, 'consultation', 'consultation-' || c.id, c.program_id, p.channel_id, c.opened_on, 'sent', now(),
     p.channel_id, '1763000000.' || lpad(row_number() over (order by c.id)::text, 6, '0'), now(), true, 1, 1, now()
   from consultations c join programs p on p.workspace_id = c.workspace_id and p.id = c.program_id`,
  `insert into case_helpers (workspace_id, case_id, user_id, helped)
   select c.workspace_id, c.case_id, r.author_id, r.ts like '%0'
   from consultations c join consultation_replies r on r.workspace_id = c.workspace_id and r.consultation_id = c.id
   where c.case_id is not null and r.ts < '1764000000.000003'`,
  `insert into case_marks (workspace_id, case_id, marked_by, marked_at)
   select workspace_id, id, author_id, now() from cases`,
  `insert into case_versions (workspace_id, case_id, version, before, change, changed_by, changed_at)
   select workspace_id, id, 1, '{}', 'edited', author_id, now() from cases`,
  `insert into library_entries (workspace_id, program_id, kind, source_id, title, body, concerns, unit, course_week, outcome,
     happened_on, words, letters)
   select workspace_id, program_id, 'case', id, title, situation, concerns, unit, course_week, outcome, closed_on,
     format($$'%1$s夜勤':1A '%1$s返事':1A '%1$sh:':1D$$, left(program_id::text, 4))::tsvector, 'yakin henji'
   from cases where retired_at is null`,
  `insert into library_entries (workspace_id, program_id, kind, source_id, title, body, unit, happened_on, words, letters)
   select workspace_id, program_id, 'win', id, '', learner_words, unit, contacted_on,
     format($$'%1$sことば':1B$$, left(program_id::text, 4))::tsvector, 'kotoba'
   from check_ins where share_as_win`,
];
