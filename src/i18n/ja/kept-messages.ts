import type { keptMessages as en, keptMessagesErrors as enErrors } from '../en/kept-messages';

export const keptMessages: typeof en = {
  sentText: '送ったメッセージ',
  sentTextHint: '残しておきたいときは、送った文面をそのままお書きください。',
  helped: '手ごたえ',
  helpedOption: '届いたと感じる。ほかの方にも紹介する（お名前は伏せます）',
  helpedHint:
    '/cases で、読みものとしてほかの方にも見つけていただけます。あとから返信があったときは、このチェックインの「訂正する」からも選べます。',
};

export const keptMessagesErrors: typeof enErrors = {
  sentTextMissing: () =>
    'ほかの方に紹介するには、送った文面をここにお書きください。紹介しない場合は、下のチェックを外してください。',
};
