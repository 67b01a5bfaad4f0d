import { formatDate } from '../dates';
import type { timeline as en } from '../en/timeline';

export const timeline: typeof en = {
  title: 'これまでの記録',
  close: '戻る',
  of: ({ name }) => `${name} さんのこれまで（新しい順）`,
  nothing: 'まだ記録がありません。',
  hours: ({ hours }) => `その週の学習 ${hours}時間`,
  concerns: ({ concerns }) => `気がかり：${concerns}`,
  flagged: ({ audiences }) => `知らせたい方：${audiences}`,
  learnerWords: 'ご本人の言葉',
  sentText: '送ったメッセージ',
  corrected: '訂正あり',
  answer: ({ role, name }) => `${role}・${name}さんからのお返事`,
  pause: ({ until }) => `${formatDate('ja', until)}までお休み`,
  handover: ({ fromName, toName }) => `${fromName}さんから${toName}さんへ担当を引き継ぎ`,
  takenOver: ({ toName }) => `${toName}さんが担当に`,
  asked: ({ name }) => `${name}さんがチームに相談`,
  askedUntil: ({ on }) => `${formatDate('ja', on)}に終了`,
  newer: '新しい記録',
  older: '前の記録',
};
