import type { homeParts as en } from '../en/home';
import { away } from './cover';

export const homeParts: typeof en = {
  away: 'お休みの予定',
  awayOn: ({ from, to }) => `お休み：${away.days({ from, to })}`,
  nobodyCovers: '代理はまだ決まっていません',
  covering: ({ name, from, to }) => `${name}さんの代理：${away.days({ from, to })}`,
  askedToCover: ({ name, from, to }) => `${name}さんから代理のお願い：${away.days({ from, to })}`,
  openAway: 'お休みの登録・確認',
  openSettings: '個人の設定',
  programSettings: 'プログラムの設定',
  team: ({ program }) => `${program} のチーム`,
  allCovered: '予定日の来た方みなさんに、担当か代理がいます。',
  load: '担当の人数',
  loadOf: ({ name, count }) => `${name}：${count}名`,
  dueOf: ({ count }) => `予定日の来た方 ${count}名`,
  hardOf: ({ count }) => `気にかけたい方 ${count}名`,
  nobody: '担当が決まっていない方',
  noLearners: '受講生はまだ登録されていません。',
  otherPrograms: 'ほかのプログラム：',
};
