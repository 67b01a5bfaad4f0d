import { en } from './en';
import { ja } from './ja';

export type Locale = 'ja' | 'en';
export type Messages = typeof en;

const catalogues: Record<Locale, Messages> = { en, ja };

export function messagesFor(locale: Locale): Messages {
  return catalogues[locale];
}

/** Slack's locale (`ja-JP`, `en-US`, …) as one that Banso speaks: Japanese, else English. */
export function localeFrom(slackLocale: string | undefined): Locale {
  return slackLocale?.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
