import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';
import type * as en from '../en/plans';

const day = (on: LocalDate) => formatDate('ja', on);

export const plan: typeof en.plan = {
  title: '次回のご連絡を決める',
  open: '次回予定を決める',
  submit: '保存する',
  cancel: 'キャンセル',
  standing: ({ name, dueOn }) => `${name} さんの予定日は *${day(dueOn)}* です。`,
  planned: ({ on, by }) => `${by}さんが *${day(on)}* に決めています。`,
  range: ({ from, until }) =>
    from === until
      ? `最低頻度を守れる日は *${day(until)}* だけです。`
      : `*${day(from)}* から *${day(until)}* までなら最低頻度を守れます。`,
  usual: ({ on }) =>
    `いつものリズムでは *${day(on)}* です。早める分にはそのままで大丈夫です。それより後にするときは、理由をお書きください。`,
  choice: '次回のご連絡',
  back: 'いつものリズムに戻す',
  own: '日を決める',
  on: '予定日',
  reason: 'その日にする理由',
  reasonHint: 'いつものリズムより間をあけるときに必要です。',
  reasonPlaceholder: '例：順調に進んでいる、今週は試験がある',
  done: ({ name, on }) => `${name} さんへの次回のご連絡を *${day(on)}* に決めました。`,
  watching: ({ name, on }) =>
    `${name} さんを *${day(on)}* まで静かに見守ります。その日の連絡リストに、また表示されます。`,
  returned: ({ name, on }) => `${name} さんをいつものリズムに戻しました。次回のご連絡は *${day(on)}* です。`,
};

export const watch: typeof en.watch = {
  lasting: ({ on, reason }) => `${day(on)}まで見守り中${reason === '' ? '' : `・${reason}`}`,
  ended: ({ reason }) => `見守りの期間が終わりました${reason === '' ? '' : `・${reason}`}`,
  by: ({ by }) => `${by}さんの予定`,
  saved: ({ on, reason }) =>
    `*${day(on)}* まで静かに見守ります${reason === '' ? '' : `（${reason}）`}。その日の連絡リストに、また表示されます。`,
  plannable: ({ until }) => `今日ご連絡した場合、${day(until)}までなら最低頻度を守れます。`,
};

export const more: typeof en.more = {
  card: 'カードを開く',
  plan: '予定日を早める・延ばす',
  handOver: 'ほかの方に引き継ぐ',
  consult: 'チームに相談する',
};

export const plansErrors: typeof en.plansErrors = {
  nothingToPlan: () =>
    'これより先には延ばせません。最低頻度の期限が来ているか、コースが終わります。今日のご連絡が難しいときは、チームのチャンネルでほかの方にご相談ください。',
  learnerNotShown: () => 'この方の予定が表示されるまで少しお待ちのうえ、日付をお選びください。',
};
