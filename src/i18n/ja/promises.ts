import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';
import type * as en from '../en/promises';

const day = (on: LocalDate) => formatDate('ja', on);

export const promises: typeof en.promises = {
  mine: '私の約束',
  due: '今日のうちに果たしたい約束',
  by: ({ on }) => `${day(on)}まで`,
  today: '今日が期日',
  overdue: '期日を過ぎています',
  done: '果たしました',
  moveTo: ({ on }) => `${day(on)}に延ばす`,
  moveElsewhere: '別の日を選ぶ…',
  restBelow: ({ n }) => `*ほか${n}件* 一つ済むごとに、順に上に表示されます。`,
  restAtHome: ({ n }) => `*ほか${n}件* ホームの「私の約束」で完了にしたり、期日を変えたりできます。`,
  restOfTeam: ({ n }) => `*ほか${n}件*`,
  nobodyDue: '今日ご連絡の予定の方はいらっしゃいませんが、果たしたい約束があります。',
  notification: ({ n }) => `今日のうちに果たしたい約束が${n}件あります。`,
  kept: ({ name }) => `${name} さんとの約束を完了にしました。守ってくださってありがとうございます 🌿`,
  moved: ({ name, on }) => `${name} さんとの約束の期日を *${day(on)}* に変えました。`,
  move: {
    title: '約束の期日を変える',
    submit: '変更する',
    cancel: 'キャンセル',
    standing: ({ name, on }) => `${name} さんとの約束： *${day(on)}* まで`,
    on: '新しい期日',
  },
};

export const promisesErrors: typeof en.promisesErrors = {
  promiseGone: () => 'この約束はもうありません。必要でしたら、次のチェックインで改めてお書きください。',
  promiseKept: ({ name }) =>
    `この約束は${name}さんがすでに果たされていますので、変更していません。最新のリストをご確認ください。`,
};
