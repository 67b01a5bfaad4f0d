/** What the form check of Slack's client says. */
export interface FormWords {
  required: string;
  tooShort(least: number): string;
  tooLong(most: number): string;
  noNumber: string;
  noWholeNumber: string;
  tooSmall(least: number): string;
  tooLarge(most: number): string;
  noEmail: string;
  noUrl: string;
}

const en: FormWords = {
  required: 'Please complete this required field.',
  tooShort: (least) => `Must be at least ${least} characters.`,
  tooLong: (most) => `Must be at most ${most} characters.`,
  noNumber: 'Must be a number.',
  noWholeNumber: 'Must be a whole number.',
  tooSmall: (least) => `Must be at least ${least}.`,
  tooLarge: (most) => `Must be at most ${most}.`,
  noEmail: 'Must be an email address.',
  noUrl: 'Must be a URL.',
};

const ja: FormWords = {
  required: 'この項目は必須です。入力してください。',
  tooShort: (least) => `${least}文字以上で入力してください。`,
  tooLong: (most) => `${most}文字以内で入力してください。`,
  noNumber: '数値を入力してください。',
  noWholeNumber: '整数を入力してください。',
  tooSmall: (least) => `${least}以上の数値を入力してください。`,
  tooLarge: (most) => `${most}以下の数値を入力してください。`,
  noEmail: 'メールアドレスを入力してください。',
  noUrl: 'URLを入力してください。',
};

/** In a person's language: Japanese, else English. */
export function formWords(locale: string): FormWords {
  return /^ja\b/i.test(locale) ? ja : en;
}
