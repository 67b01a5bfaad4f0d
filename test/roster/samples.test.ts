import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectationText } from '../../src/domain/roster-expectation';
import { rosterExpectations } from '../../src/i18n/en/roster-expectations';
import { readRoster } from '../../src/roster/read';

const sample = (name: string) => readRoster(readFileSync(path.join(__dirname, 'samples', name)));

test('reads the Japanese roster in Shift_JIS whole', () => {
  const roster = sample('roster-ja-sjis.csv');
  expect(roster.faults).toEqual([]);
  expect(roster.rows).toHaveLength(120);
  const names = roster.rows.map(({ learner }) => learner.name);
  expect(names).toEqual(expect.arrayContaining(['髙橋 蓮', 'ﾜﾀﾅﾍﾞ ﾀﾛｳ', '齋藤 智子']));
  expect(names.filter((name) => name === '藤田 隆')).toHaveLength(2);
  expect(roster.rows[10]).toEqual({
    row: 12,
    learner: {
      name: '竹内 葵',
      reading: 'たけうち あおい',
      slackUserId: null,
      startedOn: '2026-08-17',
      endsOn: '2026-12-06',
      goal: '自社サービスの開発',
      background: '元エンジニア。"完璧主義"で、提出前に何度も直す,改行も\nある',
      companionId: 'U0MORI',
      mentor: { userId: 'U0MENT3' },
      advisor: { userId: 'U0ADV2' },
      rhythm: { kind: 'perWeek', times: 2 },
      weeklyHours: 8,
      unit: 'チーム開発',
    },
  });
});

test('reads the English roster with its BOM, emoji and formula as they stand', () => {
  const roster = sample('roster-en.csv');
  expect(roster.faults).toEqual([]);
  expect(roster.rows).toHaveLength(60);
  expect(roster.rows[3]?.learner.background).toBe('=HYPERLINK("http://example.invalid","x")');
  expect(roster.rows[4]?.learner.name).toBe('Zoë 👩🏽‍💻 de la Cruz');
});

test('tells each fault of the broken roster that can be seen in the file', () => {
  const { faults, mentions } = sample('roster-broken.csv');
  expect(faults.map(({ row, column, value }) => [row, column, value.slice(0, 12)])).toEqual([
    [2, 'name', ''],
    [3, 'started_on', '2026-02-30'],
    [4, 'ends_on', '2026-09-01'],
    [6, 'rhythm', 'sometimes'],
    [7, 'weekly_hours', '-3'],
    [8, 'slack_user_id', 'not-an-id'],
    [9, null, expect.stringContaining(',')],
    [10, null, 'extra,extra'],
    [11, 'name', "Sven O'Brien"],
    [12, 'name', "Sven O'Brien"],
    [13, 'name', 'xxxxxxxxxxxx'],
    [14, 'started_on', '31/12/2026'],
    [15, 'rhythm', '9/week'],
  ]);
  expect(faults.every(({ expected }) => expectationText(expected, rosterExpectations).length > 10)).toBe(
    true,
  );
  // Row 5 names somebody whom only the workspace can tell to be nobody.
  expect(mentions).toContainEqual({ row: 5, column: 'companion', role: 'companion', userId: 'U0NOBODY' });
});
