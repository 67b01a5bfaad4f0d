import { connections } from '../../src/cli/connections';
import { runCli } from '../../src/cli/run';

/** No command may get as far as to open anything. */
async function run(words: string[], env: Record<string, string> = {}) {
  let text = '';
  const write = (part: string) => (text += part);
  const opened: string[] = [];
  const code = await runCli(words, {
    env,
    now: () => new Date('2026-11-23T01:00:00Z'),
    out: { write },
    err: { write },
    ...connections,
    openDatabase: async () => {
      opened.push('database');
      throw new Error('opened');
    },
  });
  return { code, text, opened };
}

test.each([
  [['--help'], ['migrate', 'doctor', 'program', 'import', 'export', 'Exit codes']],
  [['migrate', '--help'], ['$ banso migrate']],
  [
    ['doctor', '--help'],
    ['$ banso doctor', 'changes nothing'],
  ],
  [
    ['program', 'add', '--help'],
    ['--floor-days <days>', '(default: "Asia/Tokyo")', '$ banso program add --name'],
  ],
  [
    ['import', '--help'],
    ['Shift_JIS', '$ banso import --program'],
  ],
  [['export', '--help'], ['$ banso export --program']],
])('%j shows how it is used, with an example', async (words, expected) => {
  const { code, text } = await run(words);
  expect(code).toBe(0);
  for (const part of expected) expect(text).toContain(part);
});

test('tells all that is wrong with the options of program add at once', async () => {
  const words = [
    'program',
    'add',
    '--channel',
    'general',
    '--zone',
    'Tokyo',
    '--digest-at',
    '9:00',
    '--per-week',
    '9',
  ];
  const { code, text, opened } = await run([
    ...words,
    '--country',
    'XX',
    '--locale',
    'fr',
    '--supporter',
    'U0A,mori',
    '--colour',
    'red',
  ]);
  expect(code).toBe(2);
  expect(text.split('\n').slice(0, -1)).toEqual([
    "banso program add can't be run like that:",
    '  - --name is missing: a name for the program, such as "Web 26"',
    expect.stringContaining('--channel: "general" can\'t be used: expected a channel id'),
    '  - --zone: "Tokyo" can\'t be used: expected an IANA time zone such as Asia/Tokyo',
    '  - --locale: "fr" can\'t be used: expected ja or en',
    '  - --digest-at: "9:00" can\'t be used: expected HH:MM, such as 09:00',
    '  - --per-week: "9" can\'t be used: expected 1 to 7',
    '  - --country: "XX" can\'t be used: expected a country code in capitals such as JP',
    '  - --lead is missing: the Slack id of whoever leads the program',
    expect.stringContaining('mori is none'),
    '  - --colour is no option of this command',
    '  - "program add --help" shows how it is used',
  ]);
  expect(opened).toEqual([]);
});

test.each([
  [
    ['import', 'a.csv', 'b.csv'],
    ['--program is missing', '"b.csv" is one word too many'],
  ],
  [
    ['import', '--program', ' '],
    ["expected the program's name", 'FILE is missing: the roster'],
  ],
  [['export', '--program', 'Web'], ['--out is missing: the folder']],
  [['migrate', '--force'], ['--force is no option of this command']],
  [['doctor', 'please'], ['"please" is one word too many']],
  [['deploy'], ['unknown command']],
  [['import', '--program'], ['argument missing']],
  [[], ['Usage: banso']],
])('%j is refused with exit code 2', async (words, expected) => {
  const { code, text } = await run(words);
  expect(code).toBe(2);
  for (const part of expected) expect(text).toContain(part);
});

test.each([
  [['migrate']],
  [['import', '--program', 'Web', 'x.csv']],
  [['export', '--program', 'Web', '--out', 'x']],
])('%j without settings names all of them, with exit code 78', async (words) => {
  const { code, text, opened } = await run(words, { PORT: 'x' });
  expect(code).toBe(78);
  expect(text).toContain('SLACK_BOT_TOKEN is missing');
  expect(text).toContain('PORT');
  expect(opened).toEqual([]);
});

test('a failure nobody foresaw is told without a stack', async () => {
  const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  const { code, text } = await run(['migrate'], env);
  expect(code).toBe(1);
  expect(text).toBe('Banso failed (Error: opened).\n"banso doctor" says what may be wrong.\n');
});
