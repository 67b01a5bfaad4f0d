import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';
import type { care as en, careErrors as enErrors } from '../en/care';

const day = (on: LocalDate) => formatDate('ja', on);

export const care: typeof en = {
  roles: { mentor: 'メンター', advisor: 'アドバイザー' },
  audience: {
    byMessage: ({ name }) => `${name}さんに、Bansoからお知らせします`,
    byYourself: ({ name }) => `${name}さんはSlackにいないため、直接お伝えください`,
    longestName: 30,
  },
  urgent: 'お急ぎの場合',
  urgentOption: 'メンター・アドバイザーにすぐお知らせする',
  message: {
    title: ({ on }) => `${day(on)} チームからのお知らせ`,
    urgentTitle: '早めにご覧いただきたいことがあります',
    notification: ({ n }) => `ご覧いただきたいチェックインが${n}件あります。`,
    urgentNotification: '早めにご覧いただきたいチェックインがあります。',
    intro: 'お返事は受講生の記録に加わり、チェックインを書いた方にもすぐに届きます。',
    by: ({ name }) => `記入：${name}さん`,
    concerns: ({ list }) => `気がかりなこと：${list}`,
    words: ({ words }) => `ご本人の言葉：${words}`,
    answered: ({ on }) => `✓ ${day(on)}にお返事くださいました。`,
    nothing: 'あなたへのお知らせは、このメッセージにはもうありません。',
    answer: '返事をする',
    logContact: '自分の連絡を記録する',
  },
  answer: {
    title: 'チェックインへの返事',
    submit: '送る',
    cancel: 'キャンセル',
    about: ({ name, author, on }) => `${name} さんの${day(on)}のチェックイン（記入：${author}さん）`,
    text: 'お返事',
    placeholder: 'お気づきのことや、助けになりそうなことをどうぞ',
    hint: '受講生の記録に加わり、チームのみなさんが読めます。',
    done: ({ name, told }) =>
      `お返事を ${name} さんの記録に加えました。${told === null ? '' : `${told}さんにもお知らせします。`}`,
  },
  answered: {
    notification: 'チェックインにお返事がありました。',
    head: ({ name, author, role, on }) =>
      `${name} さんの${day(on)}のチェックインに、${author}さん（${role}）からお返事がありました。`,
  },
  answerBy: ({ name, role, on }) => `↳ ${day(on)}のお返事 · ${name}さん（${role}）`,
  notCounted: ({ on }) =>
    `このプログラムの最低頻度には数えません。次回のご連絡の予定日は *${day(on)}* です。`,
};

export const careErrors: typeof enErrors = {
  nobodyToTell: () =>
    'お選びの方には、Bansoからお知らせできません。Slackにいるメンターかアドバイザーをお選びになるか、「すぐお知らせする」を外して直接お伝えください。',
  flagGone: () =>
    'このチェックインはもうありません。または、お知らせが取り下げられました。書いた方にご確認ください。',
  notInCareTeam: () =>
    'この受講生のメンター・アドバイザーではなくなったため、保存していません。文章を控えて、サポーターの方にお伝えください。',
  answerMissing: () => 'ひとことお書きになるか、画面を閉じてください。',
  answerSavedBefore: () =>
    '先ほどの内容で、すでに保存されています。付け加えたいことは、この画面を閉じて、もう一度「返事をする」からお送りください。',
};
