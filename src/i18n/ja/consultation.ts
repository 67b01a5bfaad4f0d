import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';
import type * as en from '../en/consultation';

const day = (on: LocalDate) => formatDate('ja', on);

export const consult: typeof en.consult = {
  title: 'チームに相談する',
  open: 'チームに相談する',
  submit: '相談する',
  cancel: 'キャンセル',
  situation: 'いま起きていること',
  situationPlaceholder: 'お気づきのこと、いつ頃からか、気がかりなことなど。短くて大丈夫です。',
  tried: 'これまでに試したこと',
  wanted: 'ほしい助け',
  wants: {
    ideas: 'アイデア',
    cases: '似た事例',
    view: '別の見方',
    takeOver: '代わってくれる方',
  },
  shown: '一緒に見せる記録',
  shownHint: '見せたくない記録は、チェックを外してください。',
  hideName: '受講生のお名前',
  hideNameOption: 'お名前を伏せて相談する',
  hideNameHint:
    '投稿とスレッドにはお名前が出ません。文章の中のお名前も、登録されているものは置き換えます。登録のない愛称は書かないようお願いします。',
  joins: ({ name, on }) =>
    `この方については、${day(on)}から${name}さんの相談が続いています。送ると、そのスレッドに加わります。`,
  lookForSimilar: '似た事例をさがす',
  similarHint: 'お書きになった内容に似た事例を、ここに表示します。',
  noneSimilar: '似た事例はまだありません。この相談が、次の方の助けになるかもしれません。',
  notification: 'チームへの相談があります。',
  heading: 'チームへの相談',
  asked: ({ author, name }) => `${author}さんから、${name} さんについての相談です。`,
  askedHidden: ({ author }) => `${author}さんからの相談です（受講生のお名前は伏せています）。`,
  noAnswerYet: 'お返事はまだありません',
  answered: ({ n }) => `${n}名がお返事`,
  joined: ({ n }) => `ほかに${n}名も相談中`,
  answerHere: 'ひとことでも、このスレッドへどうぞ',
  closed: ({ on, name }) => `${day(on)}に${name}さんが相談を終えました`,
  close: '相談を終える',
  reopen: '相談を再開する',
  joinedNotification: '同じ受講生についての相談が加わりました。',
  joinedBy: ({ author }) => `${author}さんも、同じ受講生について相談があるそうです。`,
  done: ({ name }) =>
    `${name} さんについての相談を、チームのチャンネルへ送りました。お返事はスレッドに届きます。`,
  joinedDone: ({ name }) => `${name} さんについてのスレッドに、ご相談を加えました。`,
  openAbout: ({ name, on }) => `${day(on)}から、${name}さんがこの方についてチームに相談しています。`,
  unanswered: 'お返事を待っている相談',
  unansweredLine: ({ author, name, on }) =>
    `${author}さん${name === null ? '' : `（${name} さんについて）`} ${day(on)}から`,
  mine: '相談中のこと',
  mineLine: ({ name, on }) => `${name} さん ${day(on)}から`,
  nudge: ({ person, author }) =>
    `${person} さん、${author}さんがお返事を待っています。思いつくことがあれば、ひとことお聞かせいただけますか。`,
  nudgeExperienced: ({ person, author }) =>
    `${person} さん、${author}さんがお返事を待っています。似たケースで力になってくださったことがあるとのこと、ひとことお聞かせいただけますか。`,
  nudgeNotification: 'お返事を待っている相談があります。',
  people: {
    learner: '受講生',
    supporter: 'サポーター',
    mentor: 'メンター',
    advisor: 'アドバイザー',
    somebody: 'どなたか',
  },
};

export const consultErrors: typeof en.consultErrors = {
  situationMissing: () => 'いま起きていることを、ひとことお書きください。',
  wantsMissing: () => 'ほしい助けをお選びください。',
  consultationNamed: () =>
    'この方については、お名前を出したご相談がすでに始まっています。送信するとそのスレッドに加わり、どなたのことか分かります。それでよろしければ「お名前を伏せて相談する」のチェックを外して送信してください。',
  consultationNamedNow: () =>
    'お名前を伏せたご相談は先ほど終わり、この方についてはお名前を出したご相談が新しく始まりました。伏せたままでは送れません。内容を控えてこの画面を閉じ、もう一度 `/consult` をお使いください。',
};
