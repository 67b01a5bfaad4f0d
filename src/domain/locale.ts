/** The languages that Banso speaks. */
export const locales = ['ja', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Slack's locale (`ja-JP`, `en-US`, …) as one that Banso speaks: Japanese, else English. */
export function localeFrom(slackLocale: string | undefined): Locale {
  return slackLocale?.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
