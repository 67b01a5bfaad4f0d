import { formatDate } from '../dates';
import type { breach as en, breachErrors as enErrors } from '../en/breach';

const day = (on: string) => formatDate('ja', on);

export const breach: typeof en = {
  heading: '最低頻度を守れなかった理由',
  ask: 'いただいた理由は月次レビューに載ります。責めるためではなく、次に活かすためのものです。',
  missed: ({ on }) => `${day(on)}まで`,
  more: (n) => `ほか${n}件。お答えいただくごとに、順に表示されます。`,
  explain: '理由を記録',
  title: '守れなかった理由',
  submit: '保存する',
  cancel: 'キャンセル',
  standing: ({ name, on }) => `${name} さんへのご連絡がないまま、最低頻度の期限 *${day(on)}* を過ぎました。`,
  cause: '理由',
  causes: {
    no_cover: '担当・代理がいなかった',
    unreachable: 'ご本人と連絡がつかなかった',
    forgotten: 'うっかり忘れていた',
    other: 'そのほか',
  },
  note: 'ひとこと',
  notePlaceholder: 'どうすれば防げたと思いますか',
  explained: ({ name, on }) =>
    `${name} さんの件（${day(on)}まで）の理由を記録しました。ありがとうございます。`,
};

export const breachErrors: typeof enErrors = {
  breachCauseMissing: () => 'いちばん近いものをお選びください。',
  breachGone: () =>
    'この記録はもうありません。期限内のご連絡があとから記録されたか、プログラムのリーダーが替わった可能性があります。画面を閉じて、ホームをご確認ください。',
  leadsOnly: () => 'この操作ができるのは、プログラムのリーダーだけです。リーダーにご依頼ください。',
};
