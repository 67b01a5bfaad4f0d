import type { Texts } from './en';

export const ja: Texts = {
  page: {
    title: 'Banso 練習用ワークスペース',
    loading: '練習用ワークスペースにつないでいます…',
    lost: '練習用ワークスペースから応答がありません。「npm run practice」が動いているかご確認ください。再開すると、このページも自動で戻ります。',
  },
  bar: {
    youAre: 'あなたは',
    language: '表示言語',
    theme: '配色',
    themes: { system: '自動', light: 'ライト', dark: 'ダーク' },
    roles: {
      lead: 'リーダー',
      supporter: 'サポーター',
      mentor: 'メンター',
      advisor: 'アドバイザー',
      guest: '担当プログラムなし',
      bot: 'アプリ',
    },
  },
  firstSteps: {
    name: 'はじめての方へ',
    intro:
      'ここは練習用のワークスペースです。本物のSlackや受講生には何も届きませんので、安心してお試しください。',
    steps: [
      'チームのチャンネルに、今日連絡したい受講生の一覧が届いています。',
      '下の入力欄に /checkin と入力し、名前を数文字入れて受講生を選んで記録すると、一覧に印がつきます。',
      'アプリからのメッセージには、あなた宛てのリマインダーがボタン付きで届いています。上の「翌朝へ」で次の朝に進みます。',
    ],
    asGuest:
      'いまは、どのプログラムも担当していないゲストです。下の入力欄に /checkin と入力すると、Bansoの案内が表示されます。上で別の人に切り替えられます。',
    hide: 'わかりました',
  },
  clock: {
    name: '練習用の時計',
    nextMorning: '翌朝へ',
    nextDay: '翌日へ',
    nextWeek: '翌週へ',
    moving: (to) => `${to} まで進めています…`,
    hint: 'その間に起きるはずだったことも、すべて起きます。',
  },
  refusals: {
    name: 'Slackに拒否された内容',
    count: (n) => `Slackなら拒否していました（${n}件）`,
    hide: '隠す',
  },
  sidebar: {
    name: 'ワークスペース',
    channels: 'チャンネル',
    apps: 'アプリ',
    home: 'ホーム',
    unread: (n) => `未読${n}件`,
  },
  conversation: {
    messages: (name) => `${name}のメッセージ`,
    members: (n) => `メンバー${n}人`,
    empty: 'まだ何もありません。',
    loading: 'メッセージを読み込んでいます…',
    older: '以前のメッセージを読み込んでいます…',
    newest: '最新のメッセージへ',
    unreadFrom: '新着',
    readOnly: (app) =>
      `ここでは${app}にメッセージを送れません。ボタンか、チャンネルでのコマンドをお使いください。`,
  },
  message: {
    app: 'アプリ',
    edited: '（編集済み）',
    onlyYou: 'あなただけに表示されています',
    dismiss: '閉じる',
    more: 'その他の操作',
    reply: 'スレッドで返信する',
    edit: 'メッセージを編集する',
    save: '保存する',
    cancel: 'キャンセル',
    delete: 'メッセージを削除する',
    replies: (n) => `${n}件の返信`,
    deleted: 'このメッセージは削除されました。',
  },
  thread: {
    name: 'スレッド',
    close: 'スレッドを閉じる',
    reply: 'スレッドへの返信',
  },
  composer: {
    to: (name) => `${name}へのメッセージ`,
    send: '送信',
    sending: '送信しています…',
    commands: 'コマンド',
    shortcuts: 'ショートカット',
    keys: 'Enterで送信、Shift+Enterで改行、/ でコマンド',
    noCommandsInThreads: 'スレッドではコマンドを使えません。チャンネルに入力してください。',
  },
  failures: {
    unknown_command: (detail) => `${detail} は有効なコマンドではありません。`,
    operation_timeout:
      '時間内に応答がありませんでした。入力した内容は残っていますので、もう一度お試しください。',
    dispatch_failed:
      'アプリにつながりませんでした。入力した内容は残っていますので、少し待ってからもう一度お試しください。',
    no_answer:
      '練習用ワークスペースから応答がありません。入力した内容は残っていますので、少し待ってからもう一度お試しください。',
    not_possible: (detail) => `ここではできない操作です：${detail}`,
    clock_stuck:
      '途中の処理がまだ終わっていないため、時計を進められませんでした。少し待ってから、もう一度お試しください。',
    other: (code, detail) => `Slackに拒否されました：${detail === '' ? code : `${code}（${detail}）`}`,
    hide: '隠す',
  },
  home: {
    name: 'ホーム',
    waiting: 'アプリのホームは、まだ表示されていません。',
  },
  elements: {
    chooseOption: '選択してください',
    date: '日付',
    time: '時刻',
    dateTime: '日付と時刻',
    choices: '選択肢',
    noMatches: '見つかりません',
    loading: '読み込み中…',
    clear: 'クリア',
    moreActions: 'その他の操作',
    noAnswer: 'アプリから応答がありません。もう一度入力してお試しください。',
    typeMore: (n) => `${n}文字以上入力すると検索します。`,
    tooMany: (n) => `${n}件まで選べます。`,
    remove: (name) => `${name}を外す`,
    uploading: 'アップロードしています…',
    filesTaken: (types) => `${types}を選べます。`,
    optional: '（任意）',
    confirm: 'はい',
    deny: 'キャンセル',
  },
  modal: {
    close: '閉じる',
    back: '戻る',
  },
  blocks: {
    cannotDraw: (type) => `このページでは「${type}」を表示できません。`,
    image: (alt) => `画像：${alt}`,
  },
};
