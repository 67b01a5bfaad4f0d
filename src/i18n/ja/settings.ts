import type { settingsErrors as enErrors, settings as enSettings } from '../en/settings';

export const settings: typeof enSettings = {
  title: '個人の設定',
  submit: '保存する',
  cancel: 'キャンセル',
  days: '働く曜日',
  daysAsPrograms: 'プログラムの営業日に合わせる',
  daysOwn: '自分で決める（下で選択）',
  weekdays: '自分の働く曜日',
  weekday: { '1': '月', '2': '火', '3': '水', '4': '木', '5': '金', '6': '土', '7': '日' },
  startsAt: '一日の始まり',
  startsAtHint: 'この時刻にリマインダーが届きます。',
  endsAt: '一日の終わり',
  zone: 'タイムゾーン',
  zoneSlack: ({ zone }) => `Slackと同じ（${zone}）`,
  zoneOwn: ({ zone }) => `${zone}（自分で選択）`,
  zoneHint: '都市名を英語で入力してください。例：Tokyo',
  messages: '届くメッセージ',
  reminders: '働く日の始まりに、ご連絡したい方のリマインダーを受け取る',
  secondLook: '一日の終わりの2時間前に、残っている方をもう一度知らせる',
  saved: '設定を保存しました。',
  remindersOff: 'リマインダーは届きません。チャンネルの連絡リストには、これまでどおり表示されます。',
};

export const settingsErrors: typeof enErrors = {
  settingsDaysMissing: () => '曜日を1つ以上選ぶか、「プログラムの営業日に合わせる」をお選びください。',
  settingsHoursOrder: () => '終わりの時刻が始まりより前になっています。もう一度お選びください。',
  settingsTooShort: () =>
    '終わりの2時間前が始まりより前になります。終わりの時刻を遅くするか、「もう一度知らせる」を外してください。',
  settingsZoneUnknown: () => 'このタイムゾーンは見つかりませんでした。一覧からお選びください。',
};
