import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Pool } from 'pg';
import { openDatabase } from '../../src/db/client';
import { auditEvents, checkIns, learners } from '../../src/db/schema';
import { now, sampleProgram, startTestCli, type TestCli } from './cli-world';

let cli: TestCli;
let pool: Pool;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'banso-export-'));
  cli = await startTestCli();
  pool = new Pool({ connectionString: cli.env.DATABASE_URL });
  await cli.run(...sampleProgram);
});
afterEach(async () => {
  await pool.end();
  rmSync(folder, { recursive: true });
  await cli.close();
});

const sample = (name: string) => path.join(__dirname, '../roster/samples', name);
const importIt = (file: string) => cli.run('import', '--program', 'Web 26', file);
const exportTo = (out: string) => cli.run('export', '--program', 'Web 26', '--out', out);
const cells = (file: string) => parse(readFileSync(path.join(folder, file)), { bom: true, columns: true });

async function logCheckIn(note: string): Promise<void> {
  const db = openDatabase(pool);
  const [learner] = await db.select().from(learners).orderBy(learners.name).limit(1);
  if (!learner) throw new Error('there are no learners');
  await db.insert(checkIns).values({
    workspaceId: learner.workspaceId,
    programId: learner.programId,
    learnerId: learner.id,
    authorId: 'U0AOI',
    contactedOn: '2026-11-20',
    outcome: 'talked',
    motivation: 4,
    studyHours: 7.5,
    concerns: ['time', 'work'],
    note,
    counts: true,
    submissionKey: note,
    createdAt: now,
  });
}

test.each(['roster-ja-sjis.csv', 'roster-en.csv'])(
  'exports learners of %s that import again as they are',
  async (name) => {
    await importIt(sample(name));
    expect((await exportTo(folder)).code).toBe(0);
    const again = await importIt(path.join(folder, 'learners.csv'));
    expect(again.out).toMatch(/^0 added, 0 changed, \d+ unchanged\.\n$/);
  },
);

test('writes UTF-8 with BOM and CRLF that only the owner can read', async () => {
  await importIt(sample('roster-en.csv'));
  const { out } = await exportTo(folder);
  expect(out).toContain('learners.csv: 60\n');
  expect(readdirSync(folder).sort()).toEqual(
    [
      'answers',
      'breaches',
      'care-team',
      'cases',
      'check-ins',
      'closures',
      'consultations',
      'corrections',
      'learner-states',
      'learners',
      'pauses',
      'policies',
    ]
      .concat(['promises', 'replies', 'supporters'])
      .map((name) => `${name}.csv`),
  );
  for (const file of readdirSync(folder)) {
    const bytes = readFileSync(path.join(folder, file));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString().split('\r\n').length).toBeGreaterThan(1);
    expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600);
  }
});

test('protects formulas and leaves numbers as they are', async () => {
  await importIt(sample('roster-en.csv'));
  await logCheckIn('=cmd|/c calc, "quoted"\nand more');
  await exportTo(folder);
  expect(readFileSync(path.join(folder, 'learners.csv'), 'utf8')).toContain(
    `"'=HYPERLINK(""http://example.invalid"",""x"")"`,
  );
  expect(cells('check-ins.csv')).toEqual([
    expect.objectContaining({
      note: `'=cmd|/c calc, "quoted"\nand more`,
      motivation: '4',
      study_hours: '7.5',
      concerns: 'time work',
      share_as_win: 'false',
      logged_at: '2026-11-23T01:00:00Z',
    }),
  ]);
});

test('tells who stands around each learner, and how she stands', async () => {
  await importIt(sample('roster-en.csv'));
  await exportTo(folder);
  const [state] = cells('learner-states.csv');
  expect(state).toMatchObject({ status: 'active', due_reason: 'first' });
  expect(cells('care-team.csv')).toHaveLength(180);
  expect(cells('care-team.csv')[0]).toMatchObject({
    role: 'advisor',
    user_id: 'U0ADV1',
    name: 'U0ADV1'.slice(2),
  });
});

test('replaces an earlier export, also what an interrupted one left', async () => {
  await importIt(sample('roster-en.csv'));
  await exportTo(folder);
  mkdirSync(path.join(folder, '.partial-abc'));
  writeFileSync(path.join(folder, '.partial-abc', 'learners.csv'), 'half');
  await importIt(sample('roster-ja-sjis.csv'));
  expect((await exportTo(folder)).out).toContain('learners.csv: 180\n');
  expect(readdirSync(folder)).toHaveLength(15);
});

test('leaves a folder with other files alone', async () => {
  writeFileSync(path.join(folder, 'holiday.jpg'), '');
  const { code, err } = await exportTo(folder);
  expect(code).toBe(1);
  expect(err).toContain('holds other files (holiday.jpg)');
  expect(readdirSync(folder)).toEqual(['holiday.jpg']);
});

test('leaves the earlier export whole when it fails, and no audit event', async () => {
  await importIt(sample('roster-en.csv'));
  await exportTo(folder);
  const before = readFileSync(path.join(folder, 'learners.csv'), 'utf8');
  await pool.query('alter table closures rename to closures_away');
  await importIt(sample('roster-ja-sjis.csv'));
  const { code, err } = await exportTo(folder);
  expect(code).toBe(1);
  expect(err).toContain('Banso failed (database');
  expect(readdirSync(folder)).toHaveLength(15);
  expect(readFileSync(path.join(folder, 'learners.csv'), 'utf8')).toBe(before);
  const events = await openDatabase(pool).select().from(auditEvents);
  expect(events.filter(({ action }) => action === 'program.exported')).toHaveLength(1);
});

test('reads tables in batches', async () => {
  await importIt(sample('roster-en.csv'));
  const db = openDatabase(pool);
  const [learner] = await db.select().from(learners).limit(1);
  await pool.query(
    `insert into check_ins (workspace_id, program_id, learner_id, author_id, contacted_on, outcome, counts, submission_key, created_at)
     select $1, $2, $3, 'U0AOI', '2026-11-20', 'sent', true, 'key ' || n, now() from generate_series(1, 2500) n`,
    [learner?.workspaceId, learner?.programId, learner?.id],
  );
  expect((await exportTo(folder)).out).toContain('check-ins.csv: 2500\n');
  expect(new Set(cells('check-ins.csv').map((row) => Object(row).check_in_id)).size).toBe(2500);
});
