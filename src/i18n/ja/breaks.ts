import type { LocalDate } from '../../domain/dates';
import { formatDate, formatFullDate } from '../dates';
import type { breaks as en, breaksErrors as enErrors } from '../en/breaks';

const day = (on: LocalDate) => formatDate('ja', on);

export const breaks: typeof en = {
  pause: 'お休みを登録',
  more: {
    completed: '修了にする…',
    withdrawn: '受講の中止を記録する…',
  },
  resume: '受講を再開',
  lasting: ({ from, to }) => `お休み： *${day(from)}〜${day(to)}*`,
  reason: ({ reason }) => `・${reason}`,
  end: 'お休みを終える',
  takeBack: '取り消す',
  status: {
    paused: 'お休み中です（戻られる日は未定）',
    completed: 'コースを修了されました',
    withdrawn: '受講を中止されました',
  },
  since: (on) => `（${formatFullDate('ja', on)}から）`,
  form: {
    title: 'お休みを登録',
    submit: '登録する',
    cancel: 'キャンセル',
    about: ({ name }) =>
      `お休みの間、${name} さんはリストに載りません。お休み明けの最初の営業日が、次の予定日になります。`,
    from: 'お休みの初日',
    to: 'お休みの最終日',
    toHint: 'まだわからないときは空欄のままで。戻られたら、カードの「受講を再開」を押してください。',
    reason: 'お休みの理由',
    reasonPlaceholder: '例：引っ越し、試験、体調がすぐれない',
    done: ({ name, from, to }) =>
      `${name} さんのお休みを *${day(from)}* から *${day(to)}* まで登録しました。`,
    doneOpen: ({ name }) =>
      `${name} さんのお休みを登録しました。戻られたら、/learner でカードを開き「受講を再開」を押してください。`,
  },
  finish: {
    title: { completed: '修了にする', withdrawn: '受講の中止を記録' },
    submit: { completed: '修了にする', withdrawn: '記録する' },
    about: {
      completed: ({ name }) =>
        `${name} さんを修了にします。これからのご連絡の予定はなくなります。いつでも元に戻せます。`,
      withdrawn: ({ name }) =>
        `${name} さんの受講の中止を記録します。これからのご連絡の予定はなくなります。いつでも元に戻せます。`,
    },
    reason: 'チームに伝えておきたいこと',
    done: {
      completed: ({ name }) =>
        `${name} さんを修了にしました。最後まで伴走してくださり、ありがとうございました。`,
      withdrawn: ({ name }) => `${name} さんの受講の中止を記録しました。`,
    },
  },
  ended: ({ name }) => `${name} さんのお休みを終えました。`,
  takenBack: ({ name }) => `${name} さんのお休みの予定を取り消しました。`,
  back: ({ name }) => `${name} さんの受講を再開しました。`,
  next: ({ on }) => `次回のご連絡は *${day(on)}* です。`,
  nothingNext: 'コースの終わりまで、ご連絡の予定はありません。',
  courseOver: ({ on }) => `コースが${formatFullDate('ja', on)}に終わっているため、次回の予定はありません。`,
};

export const breaksErrors: typeof enErrors = {
  pauseEndsBeforeStart: () => '最終日が初日より前になっています。初日以降の日付をお選びください。',
  pauseIsOver: () => 'もう過ぎたお休みです。今日以降の最終日をお選びください。',
  pauseNeedsEnd: () => '明日以降に始まるお休みには最終日が必要です。最終日をお選びください。',
  pauseReasonMissing: () => '代わりの方にも伝わるよう、理由をひとことお書きください。',
  pauseGone: () =>
    'このお休みはすでに終わっているか、取り消されています。カードを開き直して、最新の内容をご確認ください。',
};
