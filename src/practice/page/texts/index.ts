import { en, type Texts } from './en';
import { ja } from './ja';

export function textsFor(locale: 'ja' | 'en'): Texts {
  return locale === 'ja' ? ja : en;
}
