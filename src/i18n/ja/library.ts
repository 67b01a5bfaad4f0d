import type { LocalDate } from '../../domain/dates';
import { formatDate, formatFullDate } from '../dates';
import type * as en from '../en/library';

const day = (on: LocalDate) => formatDate('ja', on);

export const library: typeof en.library = {
  title: '事例をさがす',
  open: '事例をさがす',
  search: 'さがす',
  close: '閉じる',
  words: 'どんなことでお困りですか',
  wordsPlaceholder: '例：夜勤、質問できない',
  wordsHint: 'ひらがなでも、言葉の一部でも、英語でも大丈夫です。',
  unit: '単元',
  unitPlaceholder: '例：JavaScript',
  kinds: { case: '事例', win: 'うれしい報告', message: '届いたメッセージ' },
  anyKind: '種類：すべて',
  anyConcern: '気がかり：すべて',
  anyOutcome: '結果：すべて',
  anyWeek: '時期：すべて',
  weeks: ({ from, to }) => (to === null ? `${from}週目以降` : `${from}〜${to}週目`),
  week: ({ n }) => `受講${n}週目`,
  helpedCount: ({ n }) => `:sparkles: ${n}名の助けになりました`,
  on: ({ on }) => formatFullDate('ja', on),
  found: ({ n }) => `${n}件見つかりました（近い順）`,
  newest: '新しい事例と、よく助けになっている事例です',
  nothing:
    '近い事例はまだ見つかりません。言葉を減らすか、別の言葉でもお試しください。`/consult` でチームに相談すると、その経験が次の方の事例になります。',
  empty: 'まだ事例がありません。`/consult` でチームに相談すると、そこから事例が生まれます。',
  read: '読む',
  newer: '← 前へ',
  older: '次へ →',
  caseTitle: '事例',
  situation: '状況',
  tried: '試したこと',
  helped: '助けになったこと',
  wentOn: 'その後（2週間後）',
  thanks: ({ names }) => `:bouquet: お力添え：${names}。ありがとうございました。`,
  author: ({ name, on }) => `${name}さんの記録 · ${formatFullDate('ja', on)}`,
  thisHelped: '助けになった',
  takeBackHelped: '✓ 助けになった',
  use: '相談で使う',
  edit: '編集する',
  merge: 'ほかの事例とまとめる',
  retire: '一覧から外す',
  restore: '一覧に戻す',
  retired: ':file_folder: この事例は一覧から外れていて、検索では見つかりません。',
  mergedInto: ({ title }) => `:file_folder: この事例は「${title}」にまとめられました。`,
  readOther: 'その事例を読む',
  history: 'これまでの変更',
  changes: {
    edited: ({ parts }) => `が編集：${parts}`,
    merged: 'がほかの事例にまとめました',
    retired: 'が一覧から外しました',
    restored: 'が一覧に戻しました',
    followedUp: 'がその後を書き添えました',
  },
  parts: {
    title: '題名',
    situation: '状況',
    tried: '試したこと',
    helped: '助けになったこと',
    outcome: '結果',
    concerns: '気がかり',
    tags: 'タグ',
  },
  change: ({ on, name, what }) => `${day(on)} · ${name}さん${what}`,
  similar: '似た事例',
  toRead: {
    win: '受講生ご本人の言葉です。みんなで喜びを分かち合うために共有されました。',
    message:
      '送るためではなく、読んで学ぶためのものです。お相手は別の方ですから、ご自身の言葉でお書きください。',
  },
  editTitle: '事例の編集',
  save: '保存する',
  cancel: 'キャンセル',
  titleLabel: '題名',
  outcome: '結果',
  concerns: '受講生の気がかり',
  tags: 'タグ',
  tagsHint: '「、」で区切ってください',
  noNames:
    '受講生やチームの方のお名前は、書かないようお願いします。見つかったお名前は、保存のときに置き換えます。',
  mergeTitle: '事例をまとめる',
  mergeInto: 'まとめ先の事例',
  mergePlaceholder: '題名の言葉を入力',
  mergeHint:
    'まとめ先の文章はそのままで、この事例へのお礼と「助けになった」が加わります。この事例は一覧から外れます。',
  mergeDo: 'まとめる',
  edited: '事例を保存しました。前の内容は変更の記録に残っています。',
  editedWithoutNames:
    '事例を保存しました。お名前があったため、「受講生」などに置き換えています。念のため、もう一度お目通しください。',
  merged: '事例をまとめました。',
  useTitle: '相談で使う',
  useIn: 'どの相談で使いますか',
  useDo: 'スレッドに投稿',
  useHint: 'この事例の紹介がスレッドに投稿され、みなさんが読めるようになります。',
  about: ({ name, on }) => `${name} さん · ${day(on)}から`,
  noConsultation:
    'いま続いているご自身の相談はありません。まず `/consult` でチームにご相談のうえ、`/cases` からこの事例に戻ってきてください。',
  used: 'ご相談のスレッドに投稿しました。',
  noteNotification: 'この相談に近い、過去の事例があります。',
  note: ':books: 参考になりそうな過去の事例です。',
};

export const libraryErrors: typeof en.libraryErrors = {
  caseGone: () =>
    'この事例はもうありません。または、担当されていないプログラムの事例です。`/cases` でほかの事例をお探しください。',
  caseLeadsOnly: () =>
    'この操作ができるのは、この事例のプログラムのリーダーだけです。リーダーにご依頼ください。',
  caseNotMergeable: () => 'この2つはまとめられません。同じプログラムの、ほかの事例をお選びください。',
  caseTitleMissing: () => '題名をお書きください。',
  caseSituationMissing: () => 'どのような状況だったか、ひとことお書きください。',
  mergeMissing: () => 'まとめ先の事例をお選びください。',
  consultationOver: () =>
    'この相談はもう終わっているか、ご自身の相談ではなくなっています。ほかの相談をお選びください。',
};
