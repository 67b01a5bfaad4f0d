import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { practiceFolder, removeFolder, startPracticeProcess } from './practice-process';

jest.setTimeout(40_000);

const tourFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('banso-tour-'));

it('the tour goes through a day, shows what people see, and leaves nothing behind', async () => {
  const cwd = practiceFolder();
  const before = tourFolders();
  const tour = startPracticeProcess(['--tour'], { cwd });
  const { code, output } = await tour.ended();
  expect({ code, failure: output.match(/The tour failed.*/)?.[0] }).toEqual({ code: 0, failure: undefined });
  for (const line of [
    '11/24(火) Webエンジニア転職コース 今日の連絡リスト',
    '11/24(火) 今日ご連絡したい方',
    'さんへの11/24(火)のご連絡を記録しました。',
    '連絡済み1名',
    '（11/25(水)まで見守り中・',
    '11/25(水) 今日ご連絡したい方',
    '1営業日超過',
    'Who to contact · Tue 24 Nov',
  ]) {
    expect(output).toContain(line);
  }
  expect(output).not.toContain('"level":');
  expect(readdirSync(cwd)).toEqual([]);
  expect(tourFolders()).toEqual(before);
  removeFolder(cwd);
});
