import type { LocalDate } from '../domain/dates';
import { formatDate, formatFullDate } from './dates';
import type { en } from './en';
import { breach, breachErrors } from './ja/breach';
import { breaks, breaksErrors } from './ja/breaks';
import { card } from './ja/card';
import { care, careErrors } from './ja/care';
import { closing, closingErrors } from './ja/closing';
import { consult, consultErrors } from './ja/consultation';
import { away, cover, coverErrors, handover, taking } from './ja/cover';
import { escalation } from './ja/escalation';
import { help } from './ja/help';
import { homeParts } from './ja/home';
import { keptMessages, keptMessagesErrors } from './ja/kept-messages';
import { library, libraryErrors } from './ja/library';
import { more, plan, plansErrors, watch } from './ja/plans';
import { profile, profileErrors } from './ja/profile';
import { program, programErrors } from './ja/program';
import { promises, promisesErrors } from './ja/promises';
import { replies, repliesErrors } from './ja/replies';
import { importErrors, rosterImport } from './ja/roster-import';
import { seen, seenErrors } from './ja/seen';
import { settings, settingsErrors } from './ja/settings';
import { nextStep, people, setup, setupErrors } from './ja/setup';
import { timeline } from './ja/timeline';

const day = (on: LocalDate) => formatDate('ja', on);

export const ja: typeof en = {
  away,
  cover,
  handover,
  care,
  consult,
  help,
  library,
  settings,
  taking,
  program,
  breach,
  escalation,
  seen,
  replies,
  setup,
  people,
  rosterImport,
  nextStep,
  plan,
  watch,
  more,
  promises,
  keptMessages,
  breaks,
  card,
  profile,
  timeline,
  closing,
  dates: {
    day,
  },
  lists: {
    separator: '、',
    aside: (text) => `（${text}）`,
    startedOn: (on) => `${formatFullDate('ja', on)}開始`,
    companion: (name) => `担当：${name}`,
    continued: '（つづき）',
    more: (n) => `ほか${n}件`,
    page: ({ page, pages }) => `（${page}/${pages}）`,
  },
  outcomes: { sent: 'メッセージを送った', replied: '返信があった', talked: '話せた' },
  motivation: {
    '1': '1・とても低い',
    '2': '2・低め',
    '3': '3・ふつう',
    '4': '4・高め',
    '5': '5・とても高い',
  },
  concerns: {
    time: '時間の確保',
    difficulty: '教材のむずかしさ',
    motivation: 'モチベーション',
    work: '仕事',
    family: '家庭',
    health: '体調',
    tools: 'パソコン・ツール',
    jobHunting: '就職・転職活動',
    loneliness: '孤独感',
    other: 'その他',
  },
  audiences: { mentor: 'メンター', advisor: 'アドバイザー', school: 'スクール（お名前は伏せます）' },
  states: {
    due: '今日が予定日',
    upcoming: (on) => `予定日 ${day(on)}`,
    overdue: (workingDays) => `${workingDays}営業日超過`,
    overdueShort: (workingDays) => `${workingDays}日超過`,
    breached: '最低頻度割れ',
    floorToday: '最低頻度の期限は今日',
    postponed: (on) => `→${day(on)}`,
    closed: 'お休み・終了',
    first: '初回のご連絡',
    return: 'お休み明け',
    closing: 'コース最後のご連絡',
    planned: 'あらかじめ決めた予定日',
    watched: (reason) => `この日にした理由：${reason}`,
  },
  checkIn: {
    title: 'チェックインを記録',
    correctTitle: 'チェックインを訂正',
    submit: '記録する',
    save: '保存する',
    cancel: 'キャンセル',
    learner: '受講生',
    learnerPlaceholder: 'お名前で検索',
    ownCaseload: '自分の担当',
    program: 'プログラム',
    correcting: ({ name }) => `${name} さんのチェックイン`,
    standing: ({ dueOn, floorOn }) =>
      `次の予定日 ${day(dueOn)}${floorOn === null ? '' : ` · 最低頻度の期限 ${day(floorOn)}`}`,
    recent: '最近のチェックイン',
    noneYet: 'チェックインの記録はまだありません。',
    nobodyFound: ({ typed }) =>
      `「${typed}」に当てはまる方が見つかりません。お名前やふりがなの一部を入力して、お選びください。`,
    severalFound: ({ typed }) => `「${typed}」に当てはまる方が何名かいらっしゃいます。下からお選びください。`,
    correct: '訂正する',
    motivationShort: (motivation) => `やる気 ${motivation}/5`,
    outcome: 'ご連絡の結果',
    contactedOn: 'ご連絡した日',
    motivation: 'やる気',
    motivationPlaceholder: '感じたままでかまいません',
    unit: '現在の単元',
    studyHours: '今週の学習時間（時間）',
    concerns: '気がかりなこと',
    note: 'メモ',
    notePlaceholder: 'どんな様子でしたか。次に関わる方に伝えたいことをどうぞ',
    learnerWords: '受講生ご本人の言葉',
    shareAsWin: '共有',
    shareAsWinOption: 'うれしい報告としてチームに共有する',
    promise: '約束したこと',
    promisePlaceholder: '例：再帰のわかりやすい記事を探す',
    promiseDueOn: 'いつまでに',
    next: '次回のご連絡',
    nextRhythm: 'いつものリズム',
    nextPlanned: '日を決める',
    nextOn: '次回予定日',
    nextReason: 'その日にする理由',
    nextReasonHint: 'いつものリズムより間をあけて見守るときは、理由をお書きください。',
    audiences: 'ほかに知らせたい方',
    audiencesHint:
      'メンターとアドバイザーには、1日1回まとめてお知らせします。スクール宛ての印は記録に残るだけで、Bansoからスクールには送りません。',
    pickDate: '日付を選ぶ',
  },
  saved: {
    logged: ({ name, on }) => `${name} さんへの${day(on)}のご連絡を記録しました。`,
    corrected: ({ name, on }) => `${name} さんの${day(on)}のチェックインを訂正しました。`,
    notification: 'チェックインを保存しました。',
    next: ({ on, why }) => `次回のご連絡は *${day(on)}* です（${why}）。`,
    companion: (name) => `担当は${name}さんです。`,
    nothingNext: 'コースの終わりかお休み中のため、次回の予定はありません。',
    correct: '訂正する',
    reasons: {
      first: '初回のご連絡',
      rhythm: 'いつものリズム',
      planned: 'あらかじめ決めた予定日',
      floor: '最低頻度を守るため',
      return: 'お休み明け',
      closing: 'コースの締めくくり',
    },
  },
  notice: { title: 'Banso', close: '閉じる' },
  loading: { text: '準備しています。少々お待ちください…', cancel: 'キャンセル' },
  reminder: {
    title: (on) => `${day(on)} 今日ご連絡したい方`,
    notification: ({ open, total }) =>
      open === 0
        ? `今日の${total}名へのご連絡がすべて終わりました。おつかれさまでした。`
        : `今日ご連絡したい受講生が${open}名います。`,
    secondTitle: (on) => `${day(on)} まだご連絡できていない方`,
    secondNotification: ({ open }) =>
      open === 0
        ? 'みなさんにご連絡できました。おつかれさまでした。'
        : `まだご連絡できていない方が${open}名いらっしゃいます。今日のうちに、ひとことお届けできそうですか。`,
    progress: ({ open, total }) => `${total}名中、残り${open}名`,
    allDone: '今日の方みなさんにご連絡できました。寄り添ってくださってありがとうございます 🌿',
    foot: 'おひとりずつ、短いひとことでも十分に届きます。',
    moreInThread: 'つづきは、このメッセージのスレッドにあります。',
    neverContacted: 'まだご連絡がありません',
    last: '前回',
    unit: (unit) => `単元：${unit}`,
    checkIn: 'チェックイン',
    postpone: '予定日を延ばす',
  },
  home: {
    ...homeParts,
    logCheckIn: 'チェックインする',
    count: (n) => `${n}名の方がご連絡をお待ちです（予定日の早い順）`,
    nobodyDue:
      'いまご連絡をお待ちの方はいらっしゃいません。どうぞひと息ついてください。ふと気になった方がいらっしゃれば、ひとこと届けてみてください 🌿',
    others: (n) => `ほか${n}名`,
    more: (n) => `ほか${n}名`,
    othersHow:
      '上の「チェックインする」からお名前を入力すると、こちらの方々へのご連絡も記録できます。ご連絡が済むごとに、順に上に表示されます。',
    week: 'これからの7日間',
    nobodyAhead: 'これからの7日間、ご連絡を予定している方はいらっしゃいません。',
    nobodyOnDay: '予定の方はいらっしゃいません',
    watching: '見守り中：',
    watchingBeyond: 'そのあとも見守り中：',
    later: 'そのあとのご予定：',
    onBreak: 'お休み中（復帰日は未定）：',
    onBreakSince: ({ on }) => `${day(on)}から`,
    afterBreak: ({ on }) => `お休み明けの${day(on)}`,
    watchedUntil: ({ on, reason }) => `${day(on)}まで${reason === null ? '' : `・${reason}`}`,
    asOf: (when) => `${when} 現在。このページを開くたびに、最新の内容になります。`,
    guest: {
      title: 'Bansoへようこそ',
      about:
        'Banso（伴走）は、受講生に寄り添うサポーターのチームをお手伝いします。一つひとつのご連絡を覚えておき、次にお声がけしたい方をその日にお知らせします。',
      ask: 'まだどのプログラムにも参加されていないようです。受講生をサポートされる方は、サポーターとしての追加をチームのリーダーにご依頼ください。追加されると、ご自身のリストと予定がここに表示されます。',
    },
  },
  digest: {
    title: ({ on, program }) => `${day(on)} ${program} 今日の連絡リスト`,
    notification: ({ open, total }) =>
      total === 0
        ? '今日が予定日の受講生はいません。'
        : `今日の連絡リスト：${total}名中、残り${open}名です。`,
    counts: ({ total, done, overdue }) => `全${total}名 ・ 連絡済み${done}名 ・ 超過${overdue}名`,
    countsOnPage: ({ total, open }) => `全${total}名中、残り${open}名`,
    nobodyDue: '今日が予定日の方はいません。ふと気になった方がいれば、ひとこと届けてみてください 🌿',
    allDone: '今日のリストの方みなさんにご連絡できました。ありがとうございます 🌿',
    uncovered: '担当も代理もいない方',
    take: '今日は私が引き受けます',
    floorsToday: '今日が最低頻度の期限の方',
    floorsNext: '次の営業日が最低頻度の期限の方',
    awaitingReply: '返信を待っている方',
    since: (on) => `${day(on)}から`,
    watchesEnding: '見守りが今日で終わる方',
    promises: '期日の来た約束',
    promisedBy: ({ name, on }) => `${name}さん・${day(on)}まで`,
    wins: 'うれしい報告',
    winBy: ({ learner, author }) => `${learner}さん（聞き手：${author}さん）`,
    log: 'チェックインを記録',
    moreInThread: 'つづきは、このメッセージのスレッドにあります。',
  },
  leadNotice: {
    notification: 'Bansoからのメッセージを届けられませんでした。',
    title: ({ subject, program }) =>
      `${subject} にBansoのメッセージを届けられませんでした${program === null ? '' : `（${program}）`}。`,
    reasons: {
      personGone:
        'Slackのアカウントが停止されています。プログラムのチャンネルで `/banso people` と入力し、メンバーから外してください。担当していた受講生は連絡リストの先頭に表示され、ほかの方が引き受けられます。',
      personClosed:
        'Bansoからのダイレクトメッセージを受け取れない状態です。Slackの「App」からBansoを開き、メッセージを受け取れるようにするようお伝えください。',
      notInChannel:
        'Bansoがチャンネルに参加していません。そのチャンネルで `/invite @Banso` を実行してください。',
      channelGone:
        'チャンネルが見つからないか、Bansoから見えません。Bansoを招待するか、運用担当者に別のチャンネルの設定をご依頼ください。',
      archived:
        'チャンネルがアーカイブされています。元に戻すか、運用担当者に別のチャンネルの設定をご依頼ください。',
      restricted: 'チャンネルへの投稿が制限されています。チャンネルの設定でBansoの投稿を許可してください。',
      token:
        'BansoのトークンがSlackで無効になっています。運用担当者にアプリの再インストールとトークンの更新をご依頼ください。',
      scope: 'アプリの権限が足りません。運用担当者に、最新のマニフェストでの再インストールをご依頼ください。',
      other: (code) => `Slackから「${code}」という応答がありました。運用担当者にお知らせください。`,
    },
    once: 'ほかのメッセージはいつもどおり届きます。このお知らせは一度だけです。',
  },
  errors: {
    ...coverErrors,
    ...settingsErrors,
    ...programErrors,
    ...breachErrors,
    ...seenErrors,
    ...repliesErrors,
    ...careErrors,
    ...consultErrors,
    ...libraryErrors,
    ...setupErrors,
    ...importErrors,
    ...plansErrors,
    ...promisesErrors,
    ...breaksErrors,
    ...keptMessagesErrors,
    ...profileErrors,
    ...closingErrors,
    noProgramHere: () =>
      'まだどのプログラムにも参加していません。チームのリーダーに追加をご依頼ください。ご自身のチームで始めるには、チームのチャンネルで /banso setup と入力してください。',
    notSupporter: () =>
      'このプログラムのメンバーではないため、受講生の情報は表示できません。リーダーに追加をご依頼ください。',
    noPrograms: () =>
      'まだどのプログラムにも参加していません。リーダーにサポーターとしての追加をご依頼のうえ、もう一度お試しください。',
    learnerMissing: () => '受講生をお選びください。',
    learnerGone: () =>
      'この受講生の情報はBansoから削除されました。書きかけの内容は保存されませんので、必要でしたら控えておいてください。',
    learnerElsewhere: () =>
      'この受講生は、ご参加中のプログラムには登録されていません。別の方をお選びになるか、リーダーにご相談ください。',
    learnerInactive: () =>
      'この受講生は受講を終えています。再開される場合は、/learner でカードを開き「受講を再開」を押してください。',
    outcomeMissing: () => 'ご連絡の結果をお選びください。',
    contactInFuture: () => 'まだ来ていない日付です。今日か、それより前の日をお選びください。',
    contactBeforeCourse: ({ from }) =>
      `受講開始よりかなり前の日付です。${formatFullDate('ja', from)}以降の日付をお選びください。`,
    planPastFloor: ({ floorOn }) => `最低頻度を守れる${day(floorOn)}までの日付をお選びください。`,
    planNotAfterToday: () => '明日以降の日付をお選びください。',
    planDateMissing: () => '日付をお選びになるか、「いつものリズム」に戻してください。',
    planNotChosen: () => '下に日付が入っています。「日を決める」を選ぶか、日付を消してください。',
    planReasonMissing: () =>
      'いつもより間をあけて見守る予定です。代わりの方にも伝わるよう、理由をひとことお書きください。',
    planAfterCourse: ({ endsOn }) => `コースは${day(endsOn)}に終わります。その日までの日付をお選びください。`,
    promiseDateMissing: () => '約束の期日をお選びください。',
    promiseTextMissing: () => '約束の内容をお書きになるか、期日を消してください。',
    promiseDatePast: () => 'もう過ぎた日付です。今日以降の日付をお選びください。',
    numberExpected: ({ min, max }) => `${min}から${max}までの数字でご入力ください。`,
    tooLong: ({ max }) => `${max}文字以内に短くしてください。`,
    notSaved: () =>
      'ただいま保存できませんでした。入力した内容はこの画面に残っています。少し待ってから、もう一度ボタンを押してください。',
    savedBefore: () =>
      '先ほどの内容で、すでに保存されています。直したいところは、この画面を閉じて、Bansoからのメッセージの「訂正する」からお願いします。',
    notYourCheckIn: () =>
      'チェックインを訂正できるのは、書いたご本人かリーダーです。どちらかにご依頼ください。',
    changedMeanwhile: () =>
      'ほかの方が先に変更したため、保存していません。文章を控えてから開き直し、最新の内容をご確認ください。',
    checkInGone: () => 'このチェックインはもうありません。必要でしたら /checkin から改めて記録してください。',
    alreadyTaken: ({ name }) =>
      `すでに${name}さんが担当してくださっています。リストのほかの方をお願いします。`,
    unexpected: ({ reference }) =>
      `思わぬ問題が起きました。保存済みの内容は失われていません。もう一度お試しになり、続くようでしたら、この番号を運用担当者にお伝えください：${reference}`,
    viewExpired: () => 'この画面は古くなりました。文章を控えてからいったん閉じ、もう一度お開きください。',
  },
};
