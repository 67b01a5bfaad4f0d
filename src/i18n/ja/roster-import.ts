import type { rosterImport as en, importErrors as enErrors } from '../en/roster-import';
import { rosterExpectations } from './roster-expectations';

const grouped = (n: number) => n.toLocaleString('ja');

export const rosterImport: typeof en = {
  title: '受講生の取り込み',
  submit: '取り込む',
  cancel: 'キャンセル',
  intro: ({ program }) =>
    `${program} の受講生を、名簿のとおりに登録・更新します。名簿にない方はそのまま残ります。誤りが一つでもあれば何も変更せず、該当する行をすべてお知らせします。`,
  file: '名簿のファイル',
  fileHint: 'UTF-8またはShift_JISのCSVファイル（カンマ区切りかタブ区切り）です。お一人につき1行です。',
  columns: ({ columns }) => `見出し行は日本語でも英語でもかまいません。英語の場合：${columns}`,
  begun: '名簿を受け取りました。進み具合は、Bansoからのダイレクトメッセージでご覧いただけます。',
  notification: '受講生の取り込み',
  reading: '名簿を読んでいます…',
  writing: ({ doneCount, totalCount }) =>
    `${grouped(totalCount)}名中${grouped(doneCount)}名。全員の登録が終わるまで、チームの画面には表示されません。`,
  cancelImport: '取り込みを中止する',
  stopping: '中止しています…',
  cancelled: '取り込みを中止しました。何も変更していません。',
  done: ({ addedCount, changedCount, unchangedCount }) =>
    `取り込みが終わりました。追加${addedCount}名、更新${changedCount}名、変更なし${unchangedCount}名です。`,
  next: '受講生は、受講開始日以降の連絡リストに表示されます。ご連絡の記録は `/checkin` からどうぞ。',
  problems: {
    fileGone: 'ファイルがSlackに見つからないため、何も変更していません。もう一度アップロードしてください。',
    fileTooLarge: 'ファイルが10MBを超えているため、何も変更していません。いくつかに分けてください。',
    noAccess:
      'Bansoにファイルを読む権限がないため、何も変更していません。運用担当者に、最新のマニフェストでの再インストールをご依頼ください。',
    slackAway:
      'Slackから1時間ほど応答がなかったため、何も変更していません。時間をおいて、もう一度アップロードしてください。',
    unexpected:
      '取り込みに繰り返し失敗したため、何も変更していません。もう一度お試しになり、続くようでしたら運用担当者にお知らせください。',
  },
  again: 'ファイルを選び直す',
  refused: ({ n }) =>
    `名簿に誤りが${n}件あるため、*何も変更していません*。直してから、もう一度アップロードしてください。`,
  row: ({ row }) => `${row}行目`,
  column: ({ column }) => `「${column}」`,
  place: (parts) => parts.join(''),
  empty: '空欄です',
  cell: ({ value }) => `「${value}」とあります`,
  expected: ({ expected }) => `（正しくは：${expected}）`,
  expectations: rosterExpectations,
  moreInThread: ({ n }) => `最初の${n}件です。つづきは、このメッセージのスレッドにあります。`,
  untold: ({ n }) => `ほか${n}件は、これらを直したあとにお知らせします。`,
};

export const importErrors: typeof enErrors = {
  rosterMissing: () => 'CSVファイルをお選びください。',
  rosterTooLarge: ({ max }) => `ファイルが${max}MBを超えています。いくつかに分けてください。`,
  importUnderWay: () =>
    'このプログラムでは、別の取り込みが進んでいます。終わったというメッセージが届いてから、もう一度お試しください。',
  importOver: () =>
    'この取り込みはすでに終わっているため、中止できませんでした。結果はメッセージをご覧ください。',
};
