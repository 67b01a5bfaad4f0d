import type { ClientBase } from 'pg';

/** How many rows there are of each kind. */
export interface Population {
  workspaces: number;
  programsPerWorkspace: number;
  supportersPerProgram: number;
  learnersPerProgram: number;
  checkInsPerLearner: number;
  /** One of so many learners is due today; the others later in the week. */
  oneDueIn: number;
}

/** The day on which a population stands: a Tuesday, at nine in Tokyo. */
export const populationDay = '2026-11-24';
export const populationNow = new Date('2026-11-24T00:00:00Z');

/** Workspaces written by one statement set, so that progress can be told and transactions stay small. */
const rowsPerBatch = 100_000;

/**
 * Fills an empty, migrated database with programs in Tokyo, numbered from 0: workspace `T0`, in each program
 * `P0` in channel `C0` with supporters `U0S0` (its lead), `U0S1`, …, whose caseloads are equal. All digests and
 * reminders are planned for tomorrow. Ends with ANALYZE.
 */
export async function populate(
  client: ClientBase,
  population: Population,
  onProgress: (learners: number) => void = () => {},
): Promise<void> {
  const perWorkspace = population.programsPerWorkspace * population.learnersPerProgram;
  const step = Math.max(1, Math.floor(rowsPerBatch / perWorkspace));
  for (let from = 0; from < population.workspaces; from += step) {
    const to = Math.min(from + step, population.workspaces) - 1;
    for (const statement of statements(population)) {
      const used = statement.replaceAll(':from', String(from)).replaceAll(':to', String(to));
      await client.query(used);
    }
    onProgress((to + 1) * perWorkspace);
  }
  await client.query('vacuum analyze');
}

/** Each program of the batch, with its number in its workspace. */
const eachProgram = `
  select p.id, p.workspace_id, substr(p.channel_id, 2)::int as n from programs p
  where substr(p.workspace_id, 2)::int between :from and :to`;

function statements(population: Population): string[] {
  const { programsPerWorkspace, supportersPerProgram, learnersPerProgram, checkInsPerLearner } = population;
  return [
    `insert into workspaces (id, name, created_at)
     select 'T' || w, 'T' || w, now() from generate_series(:from, :to) w`,
    `insert into programs (workspace_id, name, channel_id, zone, locale, country, digest_at, next_digest_at,
       next_escalation_at, created_at)
     select 'T' || w, 'P' || p, 'C' || p, 'Asia/Tokyo', 'ja', 'JP', '09:00', '2026-11-25 00:00Z', '2026-11-25 03:00Z', now()
     from generate_series(:from, :to) w, generate_series(0, ${programsPerWorkspace - 1}) p`,
    `insert into members (workspace_id, user_id, name, zone, locale, next_reminder_at)
     select p.workspace_id, 'U' || p.n || 'S' || s, 'サポーター' || s, 'Asia/Tokyo', 'ja', '2026-11-25 00:00Z'
     from (${eachProgram}) p, generate_series(0, ${supportersPerProgram - 1}) s`,
    `insert into supporters (workspace_id, program_id, user_id, role)
     select p.workspace_id, p.id, 'U' || p.n || 'S' || s, case s when 0 then 'lead' else 'supporter' end
     from (${eachProgram}) p, generate_series(0, ${supportersPerProgram - 1}) s`,
    `insert into policies (workspace_id, program_id, effective_on, set_at)
     select p.workspace_id, p.id, '2026-01-01', now() from (${eachProgram}) p`,
    `insert into learners (workspace_id, program_id, name, reading, name_key, reading_key, started_on, ends_on, goal,
       background, companion_id, last_contact_on, awaiting_reply_since, due_on, floor_on, due_reason, due_set_on,
       unit, created_at)
     select p.workspace_id, p.id, '受講生' || l, 'じゅこうせい' || l, '受講生' || l, 'じゅこうせい' || l, '2026-10-05', '2027-01-31',
       repeat('目標 ', 10), repeat('背景 ', 20), 'U' || p.n || 'S' || l % ${supportersPerProgram}, '2026-11-20',
       case when l % 20 = 0 then date '2026-11-20' end,
       date '${populationDay}' + case when l % ${population.oneDueIn} = 0 then 0 else 1 + l % 6 end,
       date '2026-11-27' + l % 6, 'rhythm', '2026-11-20', 'HTML/CSS ' || l % 12, now()
     from (${eachProgram}) p, generate_series(0, ${learnersPerProgram - 1}) l`,
    `insert into check_ins (workspace_id, program_id, learner_id, author_id, contacted_on, outcome, motivation, unit,
       note, share_as_win, learner_words, counts, submission_key, created_at)
     select l.workspace_id, l.program_id, l.id, l.companion_id, date '2026-11-20' - 4 * c, 'replied', 3, l.unit,
       repeat('様子 ', 20), c = 0 and l.awaiting_reply_since is not null, repeat('ことば ', 5), true, 'V' || c || '-' || l.id,
       timestamptz '2026-11-20 03:00Z' - 4 * c * interval '1 day'
     from (${eachProgram}) p join learners l on l.workspace_id = p.workspace_id and l.program_id = p.id,
       generate_series(0, ${checkInsPerLearner - 1}) c`,
  ];
}
