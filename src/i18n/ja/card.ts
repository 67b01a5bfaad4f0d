import type { LocalDate } from '../../domain/dates';
import { formatDate, formatFullDate } from '../dates';
import type { card as en } from '../en/card';

const day = (on: LocalDate) => formatDate('ja', on);

export const card: typeof en = {
  title: '受講生カード',
  colon: '：',
  close: '閉じる',
  status: { active: '受講中', paused: 'お休み中', completed: '修了', withdrawn: '受講を中止' },
  course: ({ from, to }) => `${formatFullDate('ja', from)}〜${formatFullDate('ja', to)}`,
  week: ({ n, total }) => `全${total}週の第${n}週`,
  goal: '目標',
  background: '背景',
  team: '担当チーム',
  companion: '伴走',
  mentor: 'メンター',
  advisor: 'アドバイザー',
  nobody: '未定',
  rhythm: ({ rhythm }) => `リズム：${rhythm}`,
  programsRhythm: 'プログラムの標準',
  ownRhythm: 'この方のリズム',
  weeklyHours: ({ hours }) => `学習の目安：週${hours}時間`,
  nextContact: ({ on, why }) => `次回のご連絡： *${day(on)}* （${why}）`,
  nothingNext: '次回のご連絡の予定はありません。',
  floor: ({ until }) => `最低頻度の期限は${day(until)}`,
  plan: ({ reason }) => `その日にした理由：${reason}`,
  plannedBy: ({ name }) => `${name}さんの予定`,
  motivation: 'やる気',
  studyHours: '学習時間',
  unit: '単元',
  concerns: 'くり返し出ている気がかり',
  times: ({ concern, times }) => `${concern}（${times}回）`,
  promises: 'これから果たす約束',
  timeline: 'これまでの記録',
  find: {
    title: '受講生をさがす',
    several: ({ typed }) => `「${typed}」に当てはまる方が何名かいらっしゃいます。どなたですか。`,
    none: ({ typed }) =>
      `「${typed}」に当てはまる方が見つかりません。お名前やふりがなの一部でもおさがしいただけます。`,
    learner: '受講生',
    open: '開く',
    finished: '受講を終えた方',
  },
};
