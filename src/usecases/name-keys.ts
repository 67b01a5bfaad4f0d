import { toHiragana } from 'wanakana';
import { searchKey } from '../domain/names';

/**
 * The search keys for what somebody typed of a name: as it is, and, typed in Latin letters, as the kana that
 * it spells, so that `fujita` finds ふじた. A syllable that isn't finished yet is left out.
 */
export function nameKeys(typed: string): string[] {
  const key = searchKey(typed);
  if (key === '') return [];
  const kana = toHiragana(key).replace(/[a-z]+$/, '');
  const spelt = /^[a-z]+$/.test(key) && kana !== '' && !/[a-z]/.test(kana);
  return spelt ? [key, kana] : [key];
}
