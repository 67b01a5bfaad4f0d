import type { replies as en, repliesErrors as enErrors } from '../en/replies';

export const replies: typeof en = {
  marked:
    'ありがとうございます。助けになった返信として記録しました。相談を事例にまとめるとき、この返信が候補になります。',
  markedBefore: 'この返信には、すでに「This helped」の印を付けていただいています。',
  uncollected: {
    notification: '相談への返信をBansoが受け取れなくなりました。',
    title: ({ channel, program }) =>
      `Bansoが ${channel} に参加していない状態になりました${program === null ? '' : `（${program}）`}。このチャンネルには、まだ終わっていない相談があります。`,
    about:
      'これからスレッドに書かれる返信は集められず、事例にも残りません。続けるには、チャンネルで `/invite @Banso` を実行してBansoをもう一度招待してください（アーカイブされている場合は、先に元に戻してください）。それまでに書かれた内容を、あとから読み取ることはありません。',
  },
};

export const repliesErrors: typeof enErrors = {
  notAReply: () =>
    'このメッセージは相談への返信ではありません。「This helped」（助けになった）は、相談のスレッドで力になった返信にお使いください。書いた方への感謝になり、事例にまとめるときの候補にもなります。',
  ownReply: () => 'これはご自身の返信です。「This helped」は、ほかの方の返信にお使いください。',
  replyUnknown: () =>
    'この返信はBansoに届いていません。アプリが書いたものか、Bansoがチャンネルにいない間に書かれたもののようです。書かれたばかりでしたら、少し待ってからもう一度お試しください。',
};
