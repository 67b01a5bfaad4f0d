import { formatDate } from '../dates';
import type {
  setupErrors as enErrors,
  nextStep as enNextStep,
  people as enPeople,
  setup as enSetup,
} from '../en/setup';

export const setup: typeof enSetup = {
  title: 'プログラムを作る',
  submit: '作成する',
  cancel: 'キャンセル',
  intro:
    'プログラムは、このチャンネルのチームが伴走する一つのコースです。ひととおり入力してありますので、必要なところだけ変えてください。',
  name: 'プログラム名',
  people: 'チームのメンバー',
  peopleHint:
    '受講生をサポートする方です。このチャンネルに参加している方から選べます。あとからいつでも追加できます。',
  morePeople: ({ max }) =>
    `このチャンネルには、ほかにも参加者がいます（入力済みは最大${max}名です）。メンバーでない方は外し、足りない方はあとから \`/banso people\` で追加してください。`,
  leads: 'リーダー',
  leadsHint: '受講生の取り込みや、メンバーの変更ができます。',
  contactsPerWeek: 'いつもの連絡の回数',
  times: ({ n }) => `週${n}回`,
  floorDays: '最低頻度（連絡の間隔の上限・日数）',
  floorDaysHint: '1から60まで。Bansoは、これより先の日を予定日にしません。',
  digestAt: '今日の連絡リストを投稿する時刻',
  zone: 'タイムゾーン',
  country: '祝日の国',
  language: 'このチャンネルへの投稿の言語',
  languages: { ja: 'Japanese（日本語）', en: 'English（英語）' },
  notification: 'プログラムができました。',
  done: ({ program, count, on, time, zone }) =>
    `${program} ができました（メンバー${count}名）。最初の連絡リストは *${formatDate('ja', on)}* ${time}（${zone}）に、このチャンネルに届きます。`,
  nextSteps:
    '次は、`/banso import` で受講生を取り込んでください。メンバーは `/banso people` でいつでも変更できます。',
  importRoster: '受講生を取り込む',
  openPeople: 'メンバーを変更する',
};

export const people: typeof enPeople = {
  title: 'チームのメンバー',
  submit: '保存する',
  cancel: 'キャンセル',
  intro: ({ program }) => `${program} のメンバー`,
  leads: 'リーダー',
  supporters: 'サポーター',
  notYet: ({ people: names }) => `チャンネルにいて、まだメンバーでない方：${names}`,
  notYetMore: ({ people: names, n }) => `チャンネルにいて、まだメンバーでない方：${names}、ほか${n}名`,
  leaving: '次の方がメンバーから外れます。',
  confirm: 'この内容で変更する',
  leaves: ({ person, n }) =>
    n === 0
      ? `${person} さん：担当の受講生はいません。`
      : `${person} さん：受講生${n}名の担当がいなくなります。`,
  afterwards:
    '担当のいない受講生は、チームの連絡リストの先頭に表示され、どなたでも引き受けられます。これまでの記録はすべて残ります。あとで戻られたときは、ほかの方が引き受けていなければ、もとの担当に戻ります。',
  notification: 'メンバーを変更しました。',
  saved: ({ program, n }) => `${program} のメンバーを保存しました（${n}名）。`,
  nobodyLeft: 'このリストには、いまご連絡いただく方はいらっしゃいません。',
  uncovered: ({ n }) => `受講生${n}名の担当がいません。次の連絡リストから、どなたかが引き受けてください。`,
};

export const nextStep: typeof enNextStep = {
  begin:
    'ご自身のチームで始めるには、チームのチャンネルで `/invite @Banso` のあと、`/banso setup` を実行してください。',
  importRoster: ({ program }) =>
    `${program} へようこそ。まだ受講生がいません。次は、CSVの名簿から受講生を取り込みましょう。`,
  addPeople: ({ program }) =>
    `${program} に受講生がそろいました。いまはメンバーがお一人です。次は、いっしょに伴走する方を追加しましょう。`,
  awaitRoster: ({ program }) =>
    `${program} へようこそ。リーダーが受講生を取り込むと、ご自身のリストと予定がここに表示されます。`,
  awaitLearners: ({ program }) =>
    `${program} へようこそ。担当の受講生はまだいません。リーダーにご相談いただくか、チームのチャンネルの連絡リストで、担当も代理もいない方を「今日は私が引き受けます」から引き受けてみてください。ご自身のリストと予定がここに表示されます。`,
  firstCheckIn: ({ program }) =>
    `${program} へようこそ。最初のご連絡のあとに、お名前の下の「チェックイン」か、いちばん上の「チェックインする」から記録してみてください。次の予定日をBansoがお知らせします。`,
};

export const setupErrors: typeof enErrors = {
  channelNeeded: () =>
    'プログラムはチームのチャンネルに作ります。そのチャンネルを開いて、`/banso setup` を実行してください。',
  botNotInChannel: () =>
    'Bansoがまだこのチャンネルに参加していません。`/invite @Banso` を実行してから、もう一度お試しください。',
  fullMemberNeeded: () =>
    'プログラムを作れるのは、このチャンネルに参加しているワークスペースのメンバーです。どなたかにご依頼ください。',
  channelTaken: ({ program }) =>
    `このチャンネルにはすでにプログラム「${program}」があります。リーダーの方は、メンバーの変更に /banso people、受講生の取り込みに /banso import をお使いください。`,
  programNameTaken: () => '同じ名前のプログラムがあります。別の名前にしてください。',
  programNameMissing: () => 'プログラムの名前を入力してください。',
  leadMissing: () => 'リーダーが必要です。お一人以上お選びください。',
  choiceMissing: () => '一つお選びください。',
  cannotSupport: ({ people: names }) =>
    `ボットか、いまは使われていないアカウントが含まれています（${names}）。外してください。`,
  ofAnotherOrganisation: ({ people: names }) =>
    `ほかの組織の方が含まれています（${names}）。サポートできるのはこのワークスペースのメンバーです。外してください。`,
  notInTheChannel: ({ people: names }) =>
    `このチャンネルに参加していない方がいます（${names}）。チャンネルに招待するか、外してください。`,
  savedAsSent: () =>
    '最初に押されたときの内容で、すでに保存されています。そのあとの変更は保存していません。この画面を閉じてから、あらためて変更してください。',
  notLead: () => 'プログラムのリーダーだけが使える操作です。リーダーにご依頼ください。',
  noProgramLed: () =>
    'まだどのプログラムのリーダーでもありません。チームのチャンネルで /banso setup を実行するか、リーダーにご依頼ください。',
  severalProgramsLed: () =>
    '複数のプログラムのリーダーをされています。対象のプログラムのチャンネルで、もう一度実行してください。',
  teamTooLarge: ({ max }) =>
    `メンバーが${max}名を超えているため、Slackの画面では表示できません。運用担当者にご依頼ください。`,
  teamChanged: () =>
    'ほかの方が先にメンバーを変更したため、保存していません。この画面を閉じて、もう一度お開きください。',
};
