import type { seen as en, seenErrors as enErrors } from '../en/seen';

export const seen: typeof en = {
  isOn: ({ program }) =>
    `${program} の自動確認はオンです。Bansoのいるチャンネルでのやりとりに気づけるようになっています。`,
  isOff: ({ program }) => `${program} の自動確認はオフです。チャンネルのメッセージには何もしません。`,
  about:
    'オンの間は、受講生の方が書き込むと「返信あり」とみなし、サポーターが受講生の方に書くと、チェックインとして記録するかをその場でおたずねします。残すのは「書き込みがあった」ことだけで、内容は保存しません。受講生の方にもひとことお伝えください。切り替えは `/banso seen on` と `/banso seen off` です。',
  notification: 'チェックインとして記録しますか。',
  offer: ({ learner }) => `${learner} さんへのメッセージを、チェックインとして記録しますか。`,
  log: 'チェックインを記録',
  nothingKept: 'この表示はあなただけに見えています。記録しないかぎり、メッセージの内容は保存されません。',
};

export const seenErrors: typeof enErrors = {
  noProgramInChannel: () =>
    'このチャンネルにはプログラムがありません。プログラムのチャンネルで、もう一度入力してください。',
};
