import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import {
  auditEvents,
  careTeam as careTeamTable,
  checkIns,
  learners,
  members,
  pauses,
} from '../../src/db/schema';
import type { Roster } from '../../src/domain/roster';
import type { ProgramScope } from '../../src/domain/scope';
import { readRoster } from '../../src/roster/read';
import { type ImportResult, importRoster } from '../../src/usecases/import-roster';
import { bytes, rosterText } from '../roster/roster-text';
import { addSampleProgram, careTeam, now, openTestWorkspace, type TestWorkspace } from './sample-program';

let workspace: TestWorkspace;
let scope: ProgramScope;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  scope = await addSampleProgram(workspace);
});
afterEach(() => workspace.close());

const sample = (name: string) => readRoster(readFileSync(path.join(__dirname, '../roster/samples', name)));
const roster = (...learners: Record<string, string>[]) => readRoster(bytes(rosterText(...learners)));

function importIt(file: Roster, at = now): Promise<ImportResult> {
  return importRoster(workspace.contextAt(at), scope, file, { people: careTeam, actorId: null });
}

const stored = () => workspace.db.select().from(learners).orderBy(learners.name);
const imported = (added: number, changed: number, unchanged: number) => ({
  kind: 'imported',
  added,
  changed,
  unchanged,
});

test.each([
  ['roster-ja-sjis.csv', 120],
  ['roster-en.csv', 60],
])('imports %s, and finds nothing to change the second time', async (name, count) => {
  expect(await importIt(sample(name))).toEqual(imported(count, 0, 0));
  const before = await stored();
  expect(before).toHaveLength(count);
  expect(await workspace.db.select().from(careTeamTable)).toHaveLength(2 * count);
  expect(await importIt(sample(name), new Date('2026-11-30T01:00:00Z'))).toEqual(imported(0, 0, count));
  expect(await stored()).toEqual(before);
  const events = await workspace.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'roster.imported'));
  expect(events.map(({ details }) => details)).toEqual([{ added: count, changed: 0, unchanged: 0 }]);
});

test('writes nothing of the broken roster, and tells the faults of all its rows', async () => {
  const result = await importIt(sample('roster-broken.csv'));
  if (result.kind !== 'refused') throw new Error('expected a refusal');
  expect([...new Set(result.faults.map(({ row }) => row))]).toEqual([
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
  ]);
  const nobody = result.faults.find(({ row }) => row === 5);
  expect(nobody).toMatchObject({
    column: 'companion',
    value: 'U0NOBODY',
    expected: { kind: 'supporter', supporters: expect.stringContaining('U0AOI') },
  });
  expect(await stored()).toEqual([]);
  const known = await workspace.db.select().from(members);
  expect(known.map(({ userId }) => userId)).not.toContain('U0MENT1');
});

test('stores when each learner is due', async () => {
  await importIt(
    roster(
      { name: 'Begins later', started_on: '2026-12-01' },
      { name: 'Is over', started_on: '2026-08-01', ends_on: '2026-11-20' },
      { name: 'Runs', started_on: '2026-11-02' },
    ),
  );
  const due = (await stored()).map(({ name, dueOn, floorOn, dueReason, dueSetOn, status }) => [
    name,
    dueOn,
    floorOn,
    dueReason,
    dueSetOn,
    status,
  ]);
  expect(due).toEqual([
    ['Begins later', '2026-12-01', '2026-12-07', 'first', '2026-11-23', 'active'],
    ['Is over', null, null, 'over', '2026-11-23', 'completed'],
    ['Runs', '2026-11-02', '2026-11-08', 'first', '2026-11-23', 'active'],
  ]);
});

test('changes only whom the file describes otherwise', async () => {
  await importIt(roster({ name: 'Aya', goal: 'QA' }, { name: 'Ben', mentor: 'Uma' }, { name: 'Cem' }));
  const later = new Date('2026-11-25T01:00:00Z');
  const again = roster({ name: 'AYA', goal: 'QA' }, { name: 'Ben', mentor: 'U0MENT1' }, { name: 'Dan' });
  expect(await importIt(again, later)).toEqual(imported(1, 2, 0));
  const rows = await stored();
  expect(rows.map(({ name, version, dueSetOn }) => [name, version, dueSetOn])).toEqual([
    ['AYA', 2, '2026-11-23'],
    ['Ben', 2, '2026-11-23'],
    ['Cem', 1, '2026-11-23'],
    ['Dan', 1, '2026-11-25'],
  ]);
  const ben = rows.find(({ name }) => name === 'Ben');
  expect(await workspace.db.select().from(careTeamTable)).toEqual([
    { workspaceId: 'T0BANSO', learnerId: ben?.id, role: 'mentor', userId: 'U0MENT1', name: null },
  ]);
});

test('knows a learner by Slack id under another name, and moves the due day with the course', async () => {
  await importIt(roster({ name: 'Aya Mori', slack_user_id: 'U0AYA1' }));
  const later = new Date('2026-11-25T01:00:00Z');
  const married = roster({ name: 'Aya Seki', slack_user_id: 'U0AYA1', started_on: '2026-12-01' });
  expect(await importIt(married, later)).toEqual(imported(0, 1, 0));
  expect(await stored()).toMatchObject([
    { name: 'Aya Seki', dueOn: '2026-12-01', dueSetOn: '2026-11-25', version: 2 },
  ]);
});

test('brings back, as if she had never ended, only somebody whose course was prolonged', async () => {
  await importIt(roster({ name: 'Aya', ends_on: '2026-12-04' }, { name: 'Ben', ends_on: '2026-12-04' }));
  const ended = { status: 'completed', statusReason: '修了', statusOn: '2026-11-20' } as const;
  await workspace.db.update(learners).set(ended);
  await importIt(
    roster({ name: 'Aya', ends_on: '2027-01-29' }, { name: 'Ben', ends_on: '2026-12-04', goal: 'QA' }),
  );
  expect(await stored()).toMatchObject([
    // The days in between count as a break: today is Labour Thanksgiving Day.
    { name: 'Aya', status: 'active', statusReason: null, statusOn: null, dueOn: '2026-11-24' },
    { name: 'Ben', ...ended, goal: 'QA' },
  ]);
  expect(await workspace.db.select().from(pauses)).toMatchObject([
    { fromOn: '2026-11-20', toOn: '2026-11-22', reason: '修了' },
  ]);
});

test('refuses a row that would give a learner the name of another, and two rows of one learner', async () => {
  await importIt(roster({ name: 'Aya', slack_user_id: 'U0AYA1' }, { name: 'Ben' }));
  const taken = await importIt(roster({ name: 'Ben', slack_user_id: 'U0AYA1' }));
  expect(taken).toMatchObject({ kind: 'refused', faults: [{ row: 2, column: 'name', value: 'Ben' }] });
  const twice = await importIt(roster({ name: 'Aya Seki', slack_user_id: 'U0AYA1' }, { name: 'Aya' }));
  expect(twice).toMatchObject({
    kind: 'refused',
    faults: [{ row: 3, expected: { kind: 'singleLearner', rows: '2' } }],
  });
});

test('keeps what check-ins have told: the unit, the last contact, and what is due after it', async () => {
  await importIt(roster({ unit: 'HTML' }));
  const [learner] = await stored();
  if (!learner) throw new Error('the learner was not imported');
  await workspace.db.insert(checkIns).values({
    ...scope,
    learnerId: learner.id,
    authorId: 'U0AOI',
    contactedOn: '2026-11-20',
    outcome: 'talked',
    unit: 'Git',
    counts: true,
    submissionKey: 'V1',
    createdAt: now,
  });
  await workspace.db.update(learners).set({ unit: 'Git', lastContactOn: '2026-11-20', dueOn: '2026-11-24' });
  expect(await importIt(roster({ unit: 'HTML' }))).toEqual(imported(0, 0, 1));
  expect(await importIt(roster({ unit: 'HTML', rhythm: '1/week' }))).toEqual(imported(0, 1, 0));
  expect(await stored()).toMatchObject([{ unit: 'Git', lastContactOn: '2026-11-20', dueOn: '2026-11-27' }]);
});

test('watches over a learner for as long as her plan waits longer than the rhythm that the file gives her', async () => {
  await importIt(roster({ rhythm: '2/week' }));
  const plan = { plannedOn: '2026-11-26', planReason: '試験前', plannedBy: 'U0AOI' };
  await workspace.db
    .update(learners)
    .set({ ...plan, lastContactOn: '2026-11-20', dueOn: '2026-11-26', watching: true });
  await importIt(roster({ rhythm: '1/week' }));
  expect(await stored()).toMatchObject([{ ...plan, dueOn: '2026-11-26', watching: false }]);
  await importIt(roster({ rhythm: '2/week' }));
  expect(await stored()).toMatchObject([{ ...plan, dueOn: '2026-11-26', watching: true }]);
});

test('keeps a learner away from the lists while she is paused', async () => {
  await importIt(roster({ name: 'Aya' }, { name: 'Ben' }));
  const [aya] = await stored();
  if (!aya) throw new Error('the learner was not imported');
  const pause = {
    workspaceId: scope.workspaceId,
    learnerId: aya.id,
    fromOn: '2026-11-01',
    toOn: '2026-11-30',
  };
  await workspace.db.insert(pauses).values(pause);
  expect(await importIt(roster({ name: 'Aya', goal: 'QA' }, { name: 'Ben', goal: 'QA' }))).toEqual(
    imported(0, 2, 0),
  );
  expect(await stored()).toMatchObject([
    { name: 'Aya', dueOn: '2026-12-01', dueReason: 'return' },
    { name: 'Ben', dueOn: '2026-11-02', dueReason: 'first' },
  ]);
});

test('refuses a mentor whom the workspace does not know', async () => {
  const result = await importIt(roster({ mentor: 'U0GONE1', advisor: 'U0ADV1' }));
  expect(result).toMatchObject({ kind: 'refused', faults: [{ row: 2, column: 'mentor', value: 'U0GONE1' }] });
});

test('does not touch the learners of another program or workspace', async () => {
  await importIt(roster({ slack_user_id: 'U0AYA1' }));
  const other = await importRoster(
    workspace.contextAt(now),
    { workspaceId: 'T0OTHER', programId: scope.programId },
    roster({ slack_user_id: 'U0AYA1', goal: 'changed' }),
    { people: [], actorId: null },
  ).catch((error: Error) => error.message);
  expect(other).toContain('expected to exist');
  expect(await stored()).toMatchObject([{ goal: '', version: 1 }]);
});

test('imports 10,000 learners in batches, telling how far it is', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    name: `Learner ${index}`,
    companion: 'U0AOI',
  }));
  const told: number[] = [];
  const started = performance.now();
  const result = await importRoster(workspace.contextAt(now), scope, roster(...many), {
    people: [],
    actorId: 'U0LEAD1',
    onProgress: (done) => told.push(done),
  });
  expect(result).toEqual(imported(10_000, 0, 0));
  expect(performance.now() - started).toBeLessThan(60_000);
  expect(told).toEqual([1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000]);
  const [row] = await workspace.db.select({ count: sql<string>`count(*)` }).from(learners);
  expect(row).toEqual({ count: '10000' });
}, 90_000);

test('lets two imports at once come one after the other', async () => {
  const file = sample('roster-en.csv');
  const results = await Promise.all([importIt(file), importIt(file)]);
  expect(results).toEqual(expect.arrayContaining([imported(60, 0, 0), imported(0, 0, 60)]));
});
