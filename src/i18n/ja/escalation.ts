import type { escalation as en } from '../en/escalation';

export const escalation: typeof en = {
  notification: ({ open }) =>
    open === 0
      ? '今日が最低頻度の期限の方みなさんにご連絡できました。ありがとうございます。'
      : `今日が最低頻度の期限で、まだご連絡できていない受講生が${open}名います。`,
  title: ({ open }) => `今日が最低頻度の期限で、まだご連絡できていない方が${open}名いらっしゃいます`,
  continued: ({ page, pages }) => `今日が最低頻度の期限の方（${page}/${pages}）`,
  allDone: 'このリストの方みなさんにご連絡できました。ありがとうございます 🌿',
  ask: ({ leads }) =>
    `今日の午後、ひとことお届けいただける方はいらっしゃいますか。担当サポーターが難しいときは「今日は私が引き受けます」を押してください。${
      leads === null ? '' : `\nリーダーにもお知らせします：${leads}`
    }`,
  companion: (mention) => `担当：${mention}`,
  uncovered: '担当が決まっていません',
  moreBelow: 'つづきは、このスレッドの下にあります。',
};
