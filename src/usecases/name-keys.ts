import { toHiragana } from 'wanakana';
import { searchKey } from '../domain/names';

/** Longer than any name; what spells kana works letter by letter, one within the other. */
const longestTyped = 100;

/** What people write after a name in Japanese, whether it belongs to it or not. */
const honorific = /(?:さん|さま|様|くん|君|ちゃん|氏)$/;

/**
 * The search keys for what somebody typed of a name: as it is, and, typed in Latin letters, as the kana that
 * it spells, so that `fujita` finds ふじた. A syllable that isn't finished yet is left out, and so is what one
 * says after a name: `藤田さん` finds 藤田.
 */
export function nameKeys(text: string): string[] {
  const typed = text.slice(0, longestTyped);
  const key = searchKey(typed);
  if (key === '') return [];
  const plain = key.replace(honorific, '');
  const kana = /^[a-z]+$/.test(key) ? kanaOf(typed) : '';
  return [...new Set([key, plain, kana])].filter((one) => one !== '');
}

/** '' where the letters spell no kana. The apostrophe of `ken'ichi` is read before it is dropped. */
function kanaOf(typed: string): string {
  const kana = searchKey(toHiragana(typed.normalize('NFKC').toLowerCase())).replace(/[a-z]+$/, '');
  return /[a-z]/.test(kana) ? '' : kana;
}
