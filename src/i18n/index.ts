import type { Locale } from '../domain/locale';
import { en } from './en';
import { ja } from './ja';

export type { Locale } from '../domain/locale';
export type Messages = typeof en;

const catalogues: Record<Locale, Messages> = { en, ja };

export function messagesFor(locale: Locale): Messages {
  return catalogues[locale];
}
