import { encode } from 'iconv-lite';
import { readRoster } from '../../src/roster/read';
import { bytes, rosterText } from './roster-text';

const english =
  'name,reading,slack_user_id,started_on,ends_on,goal,background,companion,mentor,advisor,rhythm,weekly_hours,unit';
const japanese =
  '氏名,ふりがな,Slack ID,開始日,終了日,目標,背景,伴走,メンター,アドバイザー,リズム,週学習時間,単元';
const cells = '髙橋 ﾊﾅ,,,2026/11/2,2027/2/28,,①～,,,,週2回,,';
const names = (file: Uint8Array) => readRoster(file).rows.map(({ learner }) => learner.name);

test.each([
  ['UTF-8', bytes(`${japanese}\n${cells}`)],
  ['UTF-8 with BOM', bytes(`\uFEFF${japanese}\n${cells}`)],
  ['Shift_JIS with Windows characters', encode(`${japanese}\r\n${cells}\r\n`, 'cp932')],
  ['tabs', bytes(`${japanese}\n${cells}`.replaceAll(',', '\t'))],
  ['tabs in Shift_JIS', encode(`${japanese}\r\n${cells}`.replaceAll(',', '\t'), 'cp932')],
  ['line breaks of old Macs', bytes(`${japanese}\r${cells}\r`)],
  ['English headers', bytes(`${english}\n${cells}`)],
  [
    'capitals, full width and spaces in headers',
    bytes(`${english.replace('name', ' ＮＡＭＥ ').replace('started_on', 'Started On')}\n${cells}`),
  ],
  ['headers of both languages', bytes(`${english.replace('companion', '伴走')}\n${cells}`)],
  ['blank rows', bytes(`${english}\n\n${cells}\n,,,,,,,,,,,,\n`)],
])('reads a file with %s', (_what, file) => {
  expect(readRoster(file).faults).toEqual([]);
  expect(names(file)).toEqual(['髙橋 ﾊﾅ']);
});

test('takes columns in any order', () => {
  const [header, row] = [english, cells].map((line) => line.split(',').reverse().join(','));
  expect(names(bytes(`${header}\n${row}`))).toEqual(['髙橋 ﾊﾅ']);
});

test('counts rows as a spreadsheet does: blank ones count, a quoted line break does not', () => {
  const [header, ...rest] = rosterText({ goal: 'one\ntwo' }, { name: 'Ben', weekly_hours: 'x' }).split('\n');
  const { faults } = readRoster(bytes([header, '', ...rest].join('\n')));
  expect(faults.map(({ row }) => row)).toEqual([4]);
});

test.each([
  ['nothing', '', 'content'],
  ['blank lines only', '\n\n', 'header'],
  ['a NUL', 'a\0b', 'csv'],
])('says what it wants of a file with %s', (_what, text, kind) => {
  expect(readRoster(bytes(text)).faults).toEqual([
    { row: null, column: null, value: '', expected: { kind } },
  ]);
});

test('refuses bytes that are neither UTF-8 nor Shift_JIS', () => {
  const [fault] = readRoster(Uint8Array.from([0x6e, 0xff, 0xfe, 0x81])).faults;
  expect(fault?.expected).toEqual({ kind: 'encoding' });
});

test('tells unknown, missing and repeated headers at once, with what was expected', () => {
  const header = english.replace('goal', 'gaol').replace('unit', 'rhythm').replace('mentor,', '');
  const { faults } = readRoster(bytes(`${header}\n${cells}`));
  expect(faults).toEqual([
    {
      row: 1,
      column: 'gaol',
      value: 'gaol',
      expected: { kind: 'knownHeader', columns: 'goal (目標), mentor (メンター), unit (単元)' },
    },
    { row: 1, column: 'rhythm', value: 'rhythm', expected: { kind: 'singleHeader', column: 'rhythm' } },
    { row: 1, column: 'goal', value: '', expected: { kind: 'column', column: 'goal (目標)' } },
    { row: 1, column: 'mentor', value: '', expected: { kind: 'column', column: 'mentor (メンター)' } },
    { row: 1, column: 'unit', value: '', expected: { kind: 'column', column: 'unit (単元)' } },
  ]);
});

test.each([
  ['that is never closed', `${english}\n${cells}\n"Ben,,`, 3, 'closingQuote'],
  ['inside a cell', `${english}\nBen "the" X,,`, 2, 'quotedCell'],
  ['before other text', `${english}\n"Ben" X,,`, 2, 'quotedCell'],
])('tells the row of a quotation mark %s', (_what, text, row, kind) => {
  expect(readRoster(bytes(text)).faults).toEqual([{ row, column: null, value: '"', expected: { kind } }]);
});
