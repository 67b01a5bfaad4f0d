import { readRoster } from '../../src/roster/read';
import { bytes, rosterText } from './roster-text';

function read(cells: Record<string, string>) {
  const { rows, faults } = readRoster(bytes(rosterText(cells)));
  return { learner: rows[0]?.learner, faults };
}

test.each([
  ['name', '  田中　花子 ', { name: '田中 花子' }],
  ['name', 'か\u3099く', { name: 'がく' }],
  ['name', '\uFA19田', { name: '\uFA19田' }],
  ['slack_user_id', 'Ｕ０ＡＢＣ', { slackUserId: 'U0ABC' }],
  ['started_on', '2026/1/5', { startedOn: '2026-01-05' }],
  ['started_on', '２０２６/１/５', { startedOn: '2026-01-05' }],
  ['weekly_hours', '0', { weeklyHours: 0 }],
  ['weekly_hours', '１２.5', { weeklyHours: 12.5 }],
  ['weekly_hours', '168', { weeklyHours: 168 }],
  ['rhythm', '月・木', { rhythm: { kind: 'weekdays', weekdays: [1, 4] } }],
  ['rhythm', '', { rhythm: null }],
  ['mentor', 'U0MENT1', { mentor: { userId: 'U0MENT1' } }],
  ['mentor', 'UMA TANAKA', { mentor: { name: 'UMA TANAKA' } }],
  ['advisor', 'UMA', { advisor: { name: 'UMA' } }],
  ['advisor', '', { advisor: null }],
  ['goal', "'=1+1", { goal: '=1+1' }],
  ['goal', "''=1+1", { goal: "'=1+1" }],
  ['goal', "'tis", { goal: "'tis" }],
  ['background', 'a\r\nb', { background: 'a\nb' }],
])('reads %s %p', (column, cell, expected) => {
  const { learner, faults } = read({ [column]: cell });
  expect(faults).toEqual([]);
  expect(learner).toMatchObject(expected);
});

test.each([
  ['name', '・・・'],
  ['name', 'x'.repeat(101)],
  ['name', 'a\u0007b'],
  ['reading', 'x'.repeat(201)],
  ['goal', 'x'.repeat(3001)],
  ['slack_user_id', 'U'],
  ['companion', 'Mori'],
  ['mentor', 'x'.repeat(101)],
  ['started_on', ''],
  ['started_on', '2026-13-01'],
  ['started_on', '2026/1-5'],
  ['ends_on', '2026-11-01'],
  ['rhythm', '8/week'],
  ['weekly_hours', '168.5'],
  ['weekly_hours', '1.25'],
  ['weekly_hours', '1e1'],
])('refuses %s %p', (column, cell) => {
  const { learner, faults } = read({ [column]: cell });
  expect(learner).toBeUndefined();
  expect(faults).toMatchObject([{ row: 2, column, value: cell, expected: { kind: expect.any(String) } }]);
});

test('tells every fault of a row, and its twin in spite of them', () => {
  const broken = { rhythm: 'x', weekly_hours: 'y' };
  const { faults } = readRoster(bytes(rosterText(broken, { name: 'ａｙａ mori' })));
  expect(faults.map(({ row, column }) => [row, column])).toEqual([
    [2, 'rhythm'],
    [2, 'weekly_hours'],
    [2, 'name'],
    [3, 'name'],
  ]);
});

test('takes two rows of one Slack id for one learner', () => {
  const { faults } = readRoster(
    bytes(rosterText({ slack_user_id: 'U0ABC' }, { name: 'Ben', slack_user_id: 'U0ABC' })),
  );
  expect(faults.map(({ row, column, expected }) => [row, column, expected])).toEqual([
    [2, 'slack_user_id', { kind: 'singleSlackId', rows: '3', column: 'slack_user_id' }],
    [3, 'slack_user_id', { kind: 'singleSlackId', rows: '2', column: 'slack_user_id' }],
  ]);
});

test('keeps two people of one name apart by their first day', () => {
  const { rows, faults } = readRoster(bytes(rosterText({}, { started_on: '2026-11-09' })));
  expect(faults).toEqual([]);
  expect(rows).toHaveLength(2);
});
