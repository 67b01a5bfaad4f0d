import { formatDate, formatFullDate } from '../dates';
import type { program as en, programErrors as enErrors } from '../en/program';

export const program: typeof en = {
  title: 'プログラムの設定',
  close: '閉じる',
  cancel: 'キャンセル',
  save: '保存する',
  setBy: ({ name, on }) =>
    `${formatFullDate('ja', on)}に${name === null ? '運用担当者' : `${name}さん`}が設定`,
  policy: ({ times, floorDays }) => `*週${times}回* ・ 最低頻度 *${floorDays}日に1回*`,
  since: (on) => `${formatFullDate('ja', on)}から`,
  from: ({ on }) => `${formatFullDate('ja', on)}から`,
  endedBy: ({ name, on }) =>
    `${formatFullDate('ja', on)}に${name === null ? '運用担当者' : `${name}さん`}が差し替え・取り消し`,
  current: 'ご連絡のリズムと最低頻度',
  planned: 'これからの変更',
  takeBack: '取り消す',
  history: 'これまでの設定',
  older: ({ n }) => `ほか${n}件`,
  progress: ({ done, total }) => `予定日を計算し直しています（${total}名中${done}名まで完了）。`,
  refresh: '最新の状態にする',
  closures: '休業日',
  noClosures: '休業日の予定はありません。祝日はもともとお休みになります。',
  more: (n) => `ほか${n}件`,
  range: ({ from, to }) =>
    from === to ? formatFullDate('ja', from) : `${formatFullDate('ja', from)}〜${formatFullDate('ja', to)}`,
  changePolicy: 'リズムを変更する',
  changeClosures: '休業日を編集する',
  changeOther: 'そのほかの設定',
  otherPrograms: 'ほかのプログラム',
  moreOthers: '表示されていないプログラムは、そのチャンネルで `/banso program` と入力すると開きます。',
  policyForm: {
    title: 'リズムの変更',
    preview: '影響を確認する',
    contacts: '週あたりのご連絡の回数',
    contactsHint: 'ご本人だけのリズムを決めていない受講生が対象です。',
    floor: '最低頻度（ご連絡の間隔は最長で何日まで）',
    on: 'いつから',
    onHint: '同じ日からの変更がすでにある場合は、差し替えます。',
    reason: '変更の理由',
    reasonPlaceholder: '例：11月のレビューでスクールと合意',
    counting: '影響を数えています…',
    effect: ({ on, earlierCount, laterCount }) =>
      earlierCount + laterCount === 0
        ? `今の状況では、${formatDate('ja', on)}に予定日が変わる方はいません。`
        : `今の状況では、${formatDate('ja', on)}に予定日が早くなる方は *${earlierCount}名*、遅くなる方は *${laterCount}名* です。`,
    breached: ({ breachedCount }) => `その日に最低頻度割れとなる方は *${breachedCount}名* です。`,
    partly: ({ n, total }) => `全${total}名のうち${n}名について数えました。ほかの方も同じように変わります。`,
    notCounted: 'ただいま影響を数えられませんでした。このまま保存することもできます。',
    confirm: 'よろしければ *保存する* を押してください。上の内容を変えて、もう一度確認することもできます。',
  },
  closureForm: {
    title: '休業日',
    submit: '追加する',
    add: '休業日の追加',
    from: '最初の日',
    to: '最後の日',
    toHint: '1日だけの場合は、空のままでかまいません。',
    label: '名目',
    labelPlaceholder: '例：年末年始',
    remove: '外す',
  },
  settingsForm: {
    title: 'そのほかの設定',
    name: 'プログラムの名前',
    digestAt: ({ zone }) => `今日の連絡リストの時刻（${zone}）`,
    weekdays: '営業する曜日',
    country: '祝日の国',
    countryGroup: ({ first, last }) => `${first}〜${last}`,
    locale: 'チャンネルでの言語',
    locales: { ja: '日本語', en: '英語' },
    roles: 'どなたのご連絡を回数に数えますか',
    rolesHint: 'これから記録するご連絡に当てはまります。これまでの記録はそのままです。',
    roleNames: { companion: '伴走（担当）', cover: '代理', mentor: 'メンター', advisor: 'アドバイザー' },
    weekdayNames: {
      '1': '月曜日',
      '2': '火曜日',
      '3': '水曜日',
      '4': '木曜日',
      '5': '金曜日',
      '6': '土曜日',
      '7': '日曜日',
    },
  },
};

export const programErrors: typeof enErrors = {
  policyInPast: () => '過ぎた日からの変更はできません。今日以降の日付をお選びください。',
  policyTooFar: ({ until }) =>
    `だいぶ先の日付です。${formatFullDate('ja', until)}までの日付をお選びください。`,
  policyInForce: () =>
    'この変更はすでに始まっているため、取り消せません。あらためてリズムを変更してください。',
  policyReasonMissing: () => 'チームのみなさんにも伝わるよう、理由をひとことお書きください。',
  closureInPast: () => 'もう過ぎた日付です。今日以降の日付をお選びください。',
  closureBackwards: () => '最後の日が最初の日より前になっています。最初の日以降の日付をお選びください。',
  closureTooLong: ({ max }) => `期間が長すぎるようです。一度に追加するのは${max}日までにしてください。`,
  dateMissing: () => '日付をお選びください。',
  chooseOne: () => '少なくとも1つお選びください。',
};
