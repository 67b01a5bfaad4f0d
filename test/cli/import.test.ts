import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rosterText } from '../roster/roster-text';
import { sampleProgram, startTestCli, type TestCli } from './cli-world';

let cli: TestCli;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'banso-import-'));
  cli = await startTestCli();
  await cli.run(...sampleProgram);
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await cli.close();
});

const sample = (name: string) => path.join(__dirname, '../roster/samples', name);
const importIt = (file: string) => cli.run('import', '--program', 'Web 26', file);

test('imports the Japanese roster, and changes nothing the second time', async () => {
  const first = await importIt(sample('roster-ja-sjis.csv'));
  expect(first).toMatchObject({ code: 0, out: '120 added, 0 changed, 0 unchanged.\n' });
  expect(first.err).toContain('Asking Slack about mentors and advisors: 5 of 5\n');
  expect(first.err).toContain('Writing learners: 120 of 120\n');
  const second = await importIt(sample('roster-ja-sjis.csv'));
  expect(second).toEqual({ code: 0, out: '0 added, 0 changed, 120 unchanged.\n', err: '' });
});

test('imports the English roster beside it', async () => {
  await importIt(sample('roster-ja-sjis.csv'));
  expect(await importIt(sample('roster-en.csv'))).toMatchObject({
    code: 0,
    out: '60 added, 0 changed, 0 unchanged.\n',
  });
});

test('tells row, column, value and expectation of every fault, and writes nothing', async () => {
  const { code, out, err } = await importIt(sample('roster-broken.csv'));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  const lines = err
    .slice(err.indexOf(sample('')))
    .trimEnd()
    .split('\n');
  expect(lines[0]).toContain('14 faults, nothing was written.');
  expect(lines.slice(1)).toEqual([
    "  - row 2, name: empty: expected the learner's name",
    '  - row 3, started_on: "2026-02-30": expected a real day, YYYY-MM-DD or YYYY/M/D',
    '  - row 4, ends_on: "2026-09-01": expected a day on or after started_on (2026-12-01)',
    expect.stringMatching(
      /row 5, companion: "U0NOBODY": expected a supporter of the program \(U0AOI, .*U0SEKI\)/,
    ),
    expect.stringMatching(/row 6, rhythm: "sometimes": expected 2\/week/),
    expect.stringMatching(/row 7, weekly_hours: "-3": expected hours a week/),
    expect.stringMatching(/row 8, slack_user_id: "not-an-id": expected a Slack user id/),
    expect.stringMatching(/row 9: ".*" \(92 characters\): expected 13 cells, as in the header; there are 9$/),
    expect.stringMatching(/row 10: "extra,extra": expected 13 cells/),
    '  - row 11, name: "Sven O\'Brien": expected each learner once; row 12 has the same name and started_on',
    '  - row 12, name: "Sven O\'Brien": expected each learner once; row 11 has the same name and started_on',
    `  - row 13, name: "${'x'.repeat(39)}…" (400 characters): expected at most 100 characters`,
    expect.stringMatching(/row 14, started_on: "31\/12\/2026"/),
    expect.stringMatching(/row 15, rhythm: "9\/week"/),
  ]);
  expect((await importIt(sample('roster-en.csv'))).out).toBe('60 added, 0 changed, 0 unchanged.\n');
});

test('keeps control characters of a cell away from the terminal', async () => {
  const file = path.join(folder, 'roster.csv');
  writeFileSync(file, rosterText({ goal: 'a\u001b[2Jb\nc\u202Ed' }));
  expect((await importIt(file)).err).toContain(
    'row 2, goal: "a [2Jb c d": expected text without control characters',
  );
});

test('counts on one line for somebody who watches', async () => {
  const { err } = await cli.runAtTerminal('import', '--program', 'Web 26', sample('roster-en.csv'));
  expect(err).toContain('\r\u001b[KWriting learners: 60 of 60\n');
});

test('refuses mentors whose Slack account is deactivated', async () => {
  await cli.slack.deactivate('U0MENT1');
  const { code, err } = await importIt(sample('roster-en.csv'));
  expect(code).toBe(1);
  expect(err).toContain(
    'row 3, mentor: "U0MENT1": expected an active user of the Slack workspace, or a name',
  );
});

test.each([
  [['--program', 'Wep 26', sample('roster-en.csv')], 'There is no program "Wep 26". There are: Web 26.'],
  [['--program', 'Web 26', 'nowhere.csv'], "nowhere.csv can't be read: ENOENT"],
])('says what is not there: %j', async (words, expected) => {
  const { code, err } = await cli.run('import', ...words);
  expect(code).toBe(1);
  expect(err).toContain(expected);
});
