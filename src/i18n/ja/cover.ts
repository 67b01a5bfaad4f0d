import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';
import type {
  away as enAway,
  cover as enCover,
  coverErrors as enErrors,
  handover as enHandover,
  taking as enTaking,
} from '../en/cover';

const day = (on: LocalDate) => formatDate('ja', on);
const days = ({ from, to }: { from: LocalDate; to: LocalDate }) =>
  from === to ? day(from) : `${day(from)}〜${day(to)}`;

export const away: typeof enAway = {
  title: 'お休みの予定',
  submit: '登録する',
  cancel: 'キャンセル',
  close: '閉じる',
  intro: 'お休みのあいだ、リマインダーは届きません。担当の受講生へのご連絡は、代理の方にお願いできます。',
  from: 'お休みの最初の日',
  to: 'お休みの最後の日',
  cover: '代理をお願いしたい方',
  coverHint: 'ご本人にうかがい、お返事をお知らせします。あとからお願いすることもできます。',
  note: 'ひとこと',
  notePlaceholder: '例：よろしくお願いします。この週は試験の方が2名います',
  none: 'お休みの予定はありません。',
  days,
  add: 'お休みを登録する',
  addCover: '代理をお願いする',
  endNow: '戻りました',
  takeBack: '取り消す',
  nobodyAsked:
    '代理はまだ決まっていません。予定日の来た方は「担当も代理もいない方」としてチームに表示されます。',
  status: {
    asked: ({ name }) => `⏳ ${name}さんのお返事待ち`,
    accepted: ({ name }) => `✅ ${name}さんが代理`,
    declined: ({ name }) => `${name}さんは今回むずかしいとのこと`,
    withdrawn: ({ name }) => `${name}さんへのお願いは取り消し済み`,
  },
  everyone: 'ほかの方全員',
  some: ({ count }) => `${count}名`,
  saved: (period) => `${days(period)}のお休みを登録しました。`,
  savedAsked: ({ name }) => `${name}さんに代理をお願いしました。お返事があり次第お知らせします。`,
  savedNobody: '代理はまだどなたにもお願いしていません。下のボタンからお願いできます。',
  covering: ({ name, from, to }) =>
    `この期間には、${name}さんの代理（${days({ from, to })}）を引き受けてくださっています。ほかの方にお願いできるよう、${name}さんにお知らせください。`,
  ended: 'おかえりなさい。今日からまた、担当の受講生をよろしくお願いします。',
  cancelled: (period) => `${days(period)}のお休みを取り消しました。`,
  ask: {
    title: '代理をお願いする',
    submit: 'お願いする',
    period: (period) => `${days(period)}のお休みの代理です。`,
    person: 'どなたにお願いしますか',
    learners: 'どの受講生をお願いしますか',
    learnersHint: '空のままにすると、ほかの方にお願いしていない全員になります。',
    learnersPlaceholder: 'お名前を入力',
    asked: ({ name }) => `${name}さんにお願いしました。お返事があり次第お知らせします。`,
  },
};

export const cover: typeof enCover = {
  notification: '代理のお願いが届いています。',
  handoverNotification: '担当の引き継ぎのお願いが届いています。',
  ask: ({ name, from, to }) =>
    `*${name}* さんがお休みのあいだ（${days({ from, to })}）、代理をお願いできますか？`,
  askHandover: ({ name }) =>
    `*${name}* さんから、担当の引き継ぎのお願いです。これからの担当をお願いできますか？`,
  askHandoverFrom: ({ name, owner }) =>
    `*${name}* さんから、${owner}さんの受講生の引き継ぎのお願いです。これからの担当をお願いできますか？`,
  learners: ({ count, names }) => `${count}名：${names}`,
  nobody: 'いま該当する受講生はいません。',
  accept: '引き受けます',
  decline: '今回はむずかしいです',
  state: {
    accepted: '✅ お引き受けくださり、ありがとうございます。',
    declined: '今回は見送りとお返事しました。どうぞお気になさらず。',
    withdrawn: 'このお願いは取り消されました。',
  },
  over: 'この期間は終わりました。ありがとうございました。',
  goesBack: '期間が終わると、自動で元の担当に戻ります。',
  cardsComing: '初日の朝に、おひとりずつの引き継ぎメモをお届けします。',
  answered: {
    notification: 'お願いへのお返事が届いています。',
    accepted: ({ name }) => `*${name}* さんが代理を引き受けてくださいました。どうぞゆっくりお休みください。`,
    declined: ({ name }) => `*${name}* さんは今回むずかしいとのことです。ほかの方にお願いしてみませんか。`,
    handoverAccepted: ({ name }) => `*${name}* さんが担当を引き継いでくださいました。`,
    handoverDeclined: ({ name }) =>
      `*${name}* さんは、引き継ぎがむずかしいとのことです。ほかの方には、\`/banso handover\` か受講生のカードからお願いできます。`,
    askAnother: 'ほかの方にお願いする',
  },
  ended: {
    notification: '代理のご予定に変更がありました。',
    text: ({ name }) =>
      `*${name}* さんが戻られ、受講生の担当も元に戻りました。代理をありがとうございました。`,
    cancelled: ({ name, from, to }) =>
      `*${name}* さんの${days({ from, to })}のお休みは取りやめになりました。代理はもう大丈夫です。お引き受けくださり、ありがとうございました。`,
  },
  cards: {
    notification: 'お願いする受講生の引き継ぎメモです。',
    title: ({ count }) => `引き継ぎメモ（${count}名）`,
    coverTitle: ({ name, until }) =>
      `${day(until)}まで、${name}さんの代理をお願いします。知っておいていただきたいことです。`,
    handoverTitle: ({ name }) => `${name}さんからの引き継ぎです。知っておいていただきたいことです。`,
    takenTitle: '引き受けてくださってありがとうございます。知っておいていただきたいことです。',
    week: ({ n, total }) => `全${total}週の第${n}週`,
    next: (on) => `次回 ${day(on)}`,
    goal: ({ text }) => `*目標：* ${text}`,
    tone: ({ text }) => `*合う話し方：* ${text}`,
    avoid: ({ text }) => `*触れないほうがよいこと：* ${text}`,
    team: ({ text }) => `*担当チーム：* ${text}`,
    trend: ({ text }) => `*やる気：* ${text}`,
    promise: ({ text, on }) => `🤝 ${day(on)}までの約束：${text}`,
    moreInThread: 'つづきは、このメッセージのスレッドにあります。',
    moved: 'いまは別の方の担当です',
    noNotes: 'チェックインはまだありません。',
  },
};

export const handover: typeof enHandover = {
  title: 'ほかの方に引き継ぐ',
  submit: 'お願いする',
  cancel: 'キャンセル',
  about: ({ name }) => `${name} さんの担当を、これからどなたにお願いしますか？`,
  learners: '受講生',
  learnersPlaceholder: 'お名前を入力',
  person: 'どなたに',
  personHint: 'ご本人にうかがいます。お返事があるまでは何も変わりません。',
  note: 'ひとこと',
  tone: '合う話し方',
  tonePlaceholder: '例：短く明るく。愛犬の話がお好きです',
  avoid: '触れないほうがよいこと',
  avoidPlaceholder: '例：うまくいかなかった転職のこと',
  asked: ({ name }) => `${name}さんにお願いしました。お返事があり次第お知らせします。`,
};

export const taking: typeof enTaking = {
  notification: '引き受けてくださってありがとうございます。',
  forDay: ({ name, on }) => `今日（${day(on)}）は ${name} さんをお願いします。ありがとうございます。`,
  forGood: ({ name }) => `${name} さんの担当になりました。ありがとうございます。`,
  makeForGood: 'これからも担当する',
  handed: ({ to }) => `→ ${to}さん`,
  coversFor: ({ name }) => `${name}さんの代理`,
};

export const coverErrors: typeof enErrors = {
  awayDatesMissing: () => '最初の日と最後の日をお選びください。',
  awayOrder: () => '最後の日が最初の日より前になっています。もう一度お選びください。',
  awayPast: () => 'もう過ぎた期間です。今日以降の日付をお選びください。',
  awayTooLong: ({ maxDays }) => `${maxDays}日以内の期間をお選びください。`,
  awayOverlaps: (period) =>
    `${days(period)}はすでにお休みの予定です。先にそちらを取り消すか、別の日をお選びください。`,
  absenceOver: () => 'このお休みは終わったか、取り消されています。/banso away で最新の予定をご確認ください。',
  coverYourself: () => 'その方がいまの担当です。ほかの方をお選びください。',
  coverNotSupporter: () => 'この受講生のプログラムのメンバーではないようです。チームの方をお選びください。',
  coverAway: ({ name, from, to }) =>
    `${name}さんも${days({ from, to })}はお休みです。ほかの方をお選びください。`,
  coverAwayYourself: (period) =>
    `${days(period)}はご自身がお休みの予定です。先に /banso away で変更するか、「今回はむずかしいです」をお選びください。`,
  coverGone: () => 'このお願いは取り消されたか、期間が終わっています。そのままにしておいてください。',
  coverAnswered: () => 'すでにお返事をいただいています。変更される場合は、ご本人に直接お伝えください。',
  coverPersonMissing: () => 'お願いする方をお選びください。',
  askForHandover: ({ name }) =>
    `${name}さんが担当されています。これからも担当されたいときは、受講生カードからの引き継ぎを${name}さんかリーダーにご相談ください。`,
  takeNotDue: () =>
    'この方へのご連絡は、いまは必要なくなっています（ご連絡済みか、予定の変更か、お休みです）。何も変更していませんので、リストのほかの方をお願いします。',
  takeAway: (period) =>
    `${days(period)}はお休みとご登録いただいているため、お引き受けの登録はしていません。ほかの方にお願いするか、先に /banso away でお休みを終えてください。`,
  takeUnreachable: () =>
    'いまBansoのメッセージをお届けできない状態のため、お引き受けの登録はしていません。ほかの方にお願いしてください。',
  hintsChanged: () =>
    '「合う話し方」か「触れないほうがよいこと」を、ほかの方が先に変更されています。お願いはまだ届いていません。書かれた文章を控えてから開き直し、最新の内容をご確認ください。',
  notYourLearners: () =>
    '引き継ぎや代理をお願いできるのは、ご自身が担当する受講生だけです。ほかの受講生については、担当サポーターかリーダーにご相談ください。',
};
