import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';
import type { closing as en, closingErrors as enErrors } from '../en/closing';

const day = (on: LocalDate) => formatDate('ja', on);

export const closing: typeof en = {
  outcomes: {
    resolved: '解決した',
    better: '良い方向に向かった',
    noChange: '変わらなかった',
    left: '受講をおやめになった',
    handedToMentor: 'メンターに引き継いだ',
    handedToAdvisor: 'アドバイザーに引き継いだ',
    handedToSchool: 'スクールに引き継いだ',
  },
  followUps: { better: 'さらに良くなった', same: 'あまり変わらない', worse: 'また難しくなった' },
  form: {
    title: '相談を終える',
    submit: '内容を確認する',
    cancel: 'キャンセル',
    about: ({ name }) => `${name} さんについてのご相談`,
    aboutHidden: 'お名前を伏せたご相談',
    intro:
      'ここで得られたことは事例として残り、チームのみなさんが `/cases` で探せます。下書きはスレッドの言葉をそのまま集めたものです。ご自由に整えてください。お名前は次の画面で置き換えます。',
    facts: ({ unit, n }) =>
      [...(unit === '' ? [] : [`単元：${unit}`]), ...(n === null ? [] : [`ご相談の時点で受講${n}週目`])].join(
        ' · ',
      ),
    outcome: 'どうなりましたか',
    outcomePlaceholder: 'お選びください',
    caseTitle: '事例の題名',
    caseTitlePlaceholder: '例：夜勤明けで学習の気力が残らない',
    situation: 'どのような状況でしたか',
    tried: '試したこと',
    helped: '助けになったこと、その結果',
    helpedPlaceholder: 'ご自身の言葉でどうぞ',
    replies: ({ part, parts }) => `助けになったお返事${parts === 1 ? '' : `（${part}/${parts}）`}`,
    repliesHint: ({ max }) => `選んだお返事は事例に加わります（${max}件まで）。下の欄で短くできます。`,
    noReplies: 'スレッドには、まだお返事がありません。',
    somebody: 'どなたか',
    passage: ({ name }) => (name === null ? '届いたお返事から' : `${name}さんのお返事から`),
    passageHint: '助けになったところを残してください。ご自身の言葉の後に続きます。',
    tags: 'タグ',
    tagsHint: '「、」で区切ってください。例：夜勤、最初の1か月',
    concerns: '受講生の気がかり',
  },
  preview: {
    title: '事例の確認',
    submit: '相談を終える',
    back: '戻る',
    replaced: 'お名前を置き換えました。事例には次のように残ります。',
    nothingReplaced: 'お名前は見つかりませんでした。事例には次のように残ります。',
    check:
      '念のため、もう一度お目通しください。ここでも直せます。お名前は、保存のときにもう一度置き換えます。',
    places: '置き換えたところ：',
    andMore: ({ n }) => `ほか${n}か所`,
  },
  done: ({ title }) => `相談を終えて、事例に残しました：${title}`,
  doneNotification: '相談を終えました。',
  note: {
    notification: '相談が終わりました。',
    head: ({ name, outcome }) => `✓ ${name}さんがこの相談を終えました：${outcome}`,
    headAgain: ({ outcome }) => `この相談は一度終えられています：${outcome}`,
    person: ({ name }) => `${name}さん`,
    thanks: ({ names }) => `${names}、お返事をありがとうございました。`,
    helped: ({ names }) => `特に助けになったのは、${names}のお言葉でした。`,
    case: ({ title }) => `得られたことは事例に残しました：${title}`,
    find: '`/cases` でいつでも探せます。',
    reopenable: ({ on }) => `${day(on)}までは再開できます。`,
    reopened: 'その後、再開されました。',
    followUp: ({ answer, line }) => `2週間後：${answer}${line === '' ? '' : ` – ${line}`}`,
  },
  reopened: {
    notification: '相談が再開されました。',
    head: ({ name }) =>
      `${name}さんがこの相談を再開しました。引き続き、このスレッドでお知恵をお貸しください。`,
  },
  followUp: {
    notification: 'ご相談のその後について、お聞かせください。',
    head: 'その後、いかがですか',
    about: ({ name, title, on }) =>
      `${on === null ? '' : `${day(on)}に終えた、`}${name === null ? 'ご相談' : `${name} さんについてのご相談`}：${title}`,
    why: 'お答えは事例に加わり、同じような場面に出会う方の助けになります。',
    answered: ({ answer, line }) =>
      `✓ ${answer}${line === '' ? '' : ` – ${line}`}\nありがとうございます。事例に加えました。`,
    reopened: 'この相談は再開されました。次に終えた後で、あらためてお尋ねします。',
    title: 'ご相談のその後',
    submit: '答える',
    cancel: 'キャンセル',
    answer: 'いまのご様子',
    line: 'ひとこと',
    lineHint: 'お名前は置き換えます。',
  },
};

export const closingErrors: typeof enErrors = {
  consultationGone: () =>
    'この相談はもうありません。または、あなたのプログラムのものではありません。相談した方にご確認ください。',
  notYourConsultation: () => 'これができるのは、相談している方とリーダーだけです。スレッドでお伝えください。',
  consultationClosed: ({ name, on }) =>
    `この相談は、${day(on)}に${name}さんが終えています。書き足したいことがあれば、再開するか、リーダーに事例の編集をお願いしてください。`,
  consultationOpenAgain: () =>
    'この相談は再開されています。次に終えた後であらためてお尋ねしますので、そのときにお聞かせください。',
  reopenTooLate: ({ on }) =>
    `再開できるのは${day(on)}まででした。/consult で新しくご相談ください。前の事例のことも、そちらに書けます。`,
  otherConsultationOpen: () =>
    'この受講生については、別の相談が続いています。そちらのスレッドに続けるか、先にそちらを終えてください。',
  followUpAnswered: () =>
    'すでにお答えをいただいています。補足されたいことは、相談のスレッドでチームにお聞かせください。',
  outcomeOfCaseMissing: () => 'どうなったかをお選びください。',
  caseTitleMissing: () => 'ほかの方にも分かる題名をお書きください。',
  caseSituationMissing: () => '状況をひとことお書きください。',
  tooManyReplies: ({ max }) => `お返事は${max}件までお選びください。`,
  tagsTooMany: ({ count, length }) => `タグは${count}個まで、それぞれ${length}文字までにしてください。`,
  helpedTooLong: ({ over }) =>
    `選んだお返事と合わせて${over}文字長すぎます。短くするか、お返事を減らしてください。`,
  caseTooLong: ({ max }) => `お名前を置き換えると、${max}文字を超える文章があります。少し短くしてください。`,
};
