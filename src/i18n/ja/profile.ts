import { formatFullDate } from '../dates';
import type { profile as en, profileErrors as enErrors } from '../en/profile';

export const profile: typeof en = {
  edit: '編集',
  add: '受講生を追加',
  title: { edit: '受講生の情報を編集', add: '受講生を追加' },
  submit: { edit: '保存する', add: '追加する' },
  cancel: 'キャンセル',
  program: 'プログラム',
  companion: '伴走の担当',
  nobody: 'まだ決まっていない',
  fields: {
    name: 'お名前',
    reading: 'ふりがな',
    startedOn: '受講の開始日',
    endsOn: '受講の終了日',
    rhythm: 'ご連絡のリズム',
    weeklyHours: '週の学習時間の目安（時間）',
    goal: '目標',
    background: '背景',
    tone: '合う話し方',
    avoid: '触れないほうがよいこと',
    mentor: 'メンター',
    advisor: 'アドバイザー',
    slackUserId: 'ご本人のSlackアカウント',
  },
  inSlack: ({ role }) => `${role}（Slackのメンバー）`,
  byName: ({ role }) => `${role}（お名前だけ）`,
  pickPerson: 'メンバーを選ぶ',
  nameHint:
    '愛称があれば、お名前の後ろに（ ）で添えてください。お名前を伏せたご相談や事例で、愛称も置き換えられます。',
  rhythmHint: '例：週2回、3日ごと、月・木。空欄ならプログラムの標準です。',
  conflict:
    'ほかの方が先に次の項目を変更しました。入力した内容は下に残っています。もう一度保存すると、その内容に置き換わります。',
  theirs: ({ field, value, name }) => `*${field}* （${name}さんの変更後）：${value}`,
  operator: '名簿の取り込み',
  empty: '空欄',
  day: (on) => formatFullDate('ja', on),
  saved: ({ name }) => `${name} さんの情報を保存しました。`,
  added: ({ name }) => `${name} さんを追加しました。`,
};

export const profileErrors: typeof enErrors = {
  learnerNameMissing: () => 'お名前を1文字以上ご入力ください。',
  courseDayMissing: () => '日付をお選びください。',
  courseEndsBeforeStart: () => '終了日が開始日より前になっています。開始日以降の日付をお選びください。',
  rhythmUnknown: () => '「週2回」「3日ごと」「月・木」のようにお書きになるか、空欄にしてください。',
  careMemberTwice: () => 'Slackのメンバーとお名前の両方が入っています。どちらか一方にしてください。',
  learnerNameTaken: () =>
    '同じお名前・同じ開始日の方がすでにいらっしゃいます。区別できるお名前にしてください。',
  learnerAccountTaken: ({ name }) =>
    `このSlackアカウントは、すでに${name}さんのものとして登録されています。別のアカウントをお選びください。`,
  personUnknown: () =>
    'メンターとアドバイザーには、このSlackで有効なメンバーをお選びになるか、お名前をお書きください。',
  companionUnknown: () => 'この方は、いまこのプログラムのメンバーではありません。別の方をお選びください。',
};
