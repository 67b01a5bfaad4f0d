import { eq } from 'drizzle-orm';
import type { ExportRow } from '../../src/db/export';
import {
  auditEvents,
  careAnswers,
  checkInCorrections,
  checkIns,
  learners,
  pauses,
  promises,
} from '../../src/db/schema';
import type { CheckInContent } from '../../src/domain/check-in';
import type { ProgramScope } from '../../src/domain/scope';
import { readRoster } from '../../src/roster/read';
import { addProgram } from '../../src/usecases/add-program';
import { exportProgram, type TakeTable } from '../../src/usecases/export-program';
import { importRoster } from '../../src/usecases/import-roster';
import { bytes, rosterText } from '../roster/roster-text';
import {
  addSampleProgram,
  now,
  openTestWorkspace,
  person,
  sampleProgram,
  type TestWorkspace,
} from './sample-program';

let workspace: TestWorkspace;
let scope: ProgramScope;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  scope = await addSampleProgram(workspace);
});
afterEach(() => workspace.close());

type Exported = Map<string, Record<string, ExportRow[number]>[]>;

async function exportIt(): Promise<Exported> {
  const tables: Exported = new Map();
  const take: TakeTable = async ({ name, columns }, batches) => {
    const rows = [];
    for await (const batch of batches) rows.push(...batch);
    tables.set(
      name,
      rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
    );
  };
  await exportProgram(workspace.contextAt(now), scope, { actorId: 'U0LEAD1', take });
  return tables;
}

async function addLearner(cells: Record<string, string> = {}): Promise<string> {
  const roster = readRoster(
    bytes(rosterText({ name: 'Aya', companion: 'U0AOI', mentor: 'Uma', rhythm: '月・木', ...cells })),
  );
  await importRoster(workspace.contextAt(now), scope, roster, { people: [], actorId: null });
  const [learner] = await workspace.db.select().from(learners);
  if (!learner) throw new Error('the learner was not imported');
  return learner.id;
}

/** As a Banso wrote it that knew of no kept messages. */
const content: Omit<CheckInContent, 'sentText' | 'sentTextHelped'> = {
  contactedOn: '2026-11-19',
  outcome: 'sent',
  motivation: null,
  unit: 'HTML',
  studyHours: 4.5,
  concerns: ['time', 'work'],
  note: 'before',
  learnerWords: '',
  shareAsWin: true,
  promise: { text: 'send a link', dueOn: '2026-11-25' },
  flaggedFor: ['mentor', 'school'],
  urgent: false,
};

async function logCheckIn(learnerId: string): Promise<string> {
  const values = {
    ...scope,
    learnerId,
    authorId: 'U0AOI',
    contactedOn: '2026-11-20',
    outcome: 'talked' as const,
  };
  const rest = {
    note: 'after',
    sentText: 'well done',
    sentTextHelped: true,
    counts: true,
    submissionKey: 'V1',
    version: 2,
    createdAt: now,
  };
  const [row] = await workspace.db
    .insert(checkIns)
    .values({ ...values, ...rest })
    .returning();
  if (!row) throw new Error('the check-in was not written');
  return row.id;
}

test('gives the rhythm and the care team as a roster writes them', async () => {
  await addLearner();
  const tables = await exportIt();
  expect(tables.get('learners')).toEqual([
    expect.objectContaining({
      name: 'Aya',
      rhythm: 'mon,thu',
      companion: 'U0AOI',
      mentor: 'Uma',
      advisor: null,
      weekly_hours: null,
    }),
  ]);
  expect(tables.get('care-team')).toEqual([
    expect.objectContaining({ learner: 'Aya', role: 'companion', user_id: 'U0AOI', name: 'AOI' }),
    expect.objectContaining({ learner: 'Aya', role: 'mentor', user_id: null, name: 'Uma' }),
  ]);
});

test('gives check-ins with what they said before, answers, promises and pauses', async () => {
  const learnerId = await addLearner();
  const checkInId = await logCheckIn(learnerId);
  const { workspaceId, programId } = scope;
  await workspace.db.insert(checkInCorrections).values({
    workspaceId,
    checkInId,
    version: 1,
    before: content as CheckInContent,
    correctedBy: 'U0LEAD1',
    correctedAt: now,
  });
  await workspace.db.insert(promises).values({
    workspaceId,
    programId,
    learnerId,
    checkInId,
    madeBy: 'U0AOI',
    text: 'call',
    dueOn: '2026-11-25',
  });
  await workspace.db
    .insert(pauses)
    .values({ workspaceId, learnerId, fromOn: '2026-12-28', toOn: '2027-01-03' });
  await workspace.db.insert(careAnswers).values({
    workspaceId,
    programId,
    learnerId,
    checkInId,
    authorId: 'U0AOI',
    role: 'mentor',
    text: 'try a drawing',
    submissionKey: 'V-answer',
    createdAt: now,
  });
  const tables = await exportIt();
  expect(tables.get('answers')).toEqual([
    expect.objectContaining({
      check_in_id: checkInId,
      learner: 'Aya',
      role: 'mentor',
      answer: 'try a drawing',
    }),
  ]);
  expect(tables.get('check-ins')).toEqual([
    expect.objectContaining({
      check_in_id: checkInId,
      learner: 'Aya',
      note: 'after',
      sent_text: 'well done',
      sent_text_helped: true,
      version: 2,
      counts: true,
    }),
  ]);
  expect(tables.get('corrections')).toEqual([
    {
      check_in_id: checkInId,
      version: 1,
      corrected_by: 'U0LEAD1',
      corrected_at: '2026-11-23T01:00:00Z',
      contacted_on: '2026-11-19',
      outcome: 'sent',
      motivation: null,
      unit: 'HTML',
      study_hours: 4.5,
      concerns: 'time work',
      note: 'before',
      learner_words: '',
      sent_text: '',
      share_as_win: true,
      sent_text_helped: false,
      flagged_for: 'mentor school',
      promise: 'send a link',
      promise_due_on: '2026-11-25',
    },
  ]);
  expect(tables.get('promises')).toEqual([
    expect.objectContaining({ check_in_id: checkInId, promise: 'call', due_on: '2026-11-25', kept_at: null }),
  ]);
  expect(tables.get('pauses')).toEqual([
    expect.objectContaining({ from_on: '2026-12-28', to_on: '2027-01-03' }),
  ]);
});

test('gives the program as well: its people and its policies', async () => {
  const tables = await exportIt();
  expect(tables.get('supporters')).toHaveLength(8);
  expect(tables.get('policies')).toEqual([
    {
      ...{ effective_on: '2026-11-23', contacts_per_week: 2, floor_days: 7, set_by: null },
      ...{ reason: '', ended_on: null },
    },
  ]);
});

test('gives nothing of another program', async () => {
  const other = await addProgram(workspace.contextAt(now), {
    ...sampleProgram,
    name: 'Data 26',
    channelId: 'C0DATA',
    people: [{ ...person('U0SEKI'), role: 'lead' }],
  });
  await logCheckIn(await addLearner());
  if (other.kind !== 'added') throw new Error('the other program was not added');
  scope = { ...scope, programId: other.programId };
  const tables = await exportIt();
  const counts = [...tables].flatMap(([name, rows]) => (rows.length > 0 ? [[name, rows.length]] : []));
  expect(counts).toEqual([
    ['supporters', 1],
    ['policies', 1],
  ]);
});

test('shows one moment, whatever is written meanwhile, and notes who took it', async () => {
  await addLearner();
  let seen = 0;
  await exportProgram(workspace.contextAt(now), scope, {
    actorId: 'U0LEAD1',
    take: async ({ name }, batches) => {
      for await (const batch of batches) if (name === 'check-ins') seen += batch.length;
      if (name === 'learners') await logCheckIn(await addLearner());
    },
  });
  expect(seen).toBe(0);
  const events = await workspace.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'program.exported'));
  expect(events).toMatchObject([
    { actorId: 'U0LEAD1', subjectId: scope.programId, details: { learners: 1, 'check-ins': 0 } },
  ]);
});
