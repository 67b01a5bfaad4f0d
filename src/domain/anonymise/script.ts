/** Letters of an alphabet: names in them end where the word ends, as Japanese and Korean ones do not. */
const alphabet = /[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

export type Script = 'alphabet' | 'kanji' | 'hiragana' | 'katakana' | 'hangul';

/** What a name is written in; kanji if any is there, hiragana if kana are mixed. */
export function scriptOf(written: string): Script {
  if (/\p{Script=Han}/u.test(written)) return 'kanji';
  if (/^[\p{Script=Katakana}ー]+$/u.test(written)) return 'katakana';
  if (/\p{Script=Hangul}/u.test(written)) return 'hangul';
  return alphabet.test(written) ? 'alphabet' : 'hiragana';
}

/** The character before this place, '' at the start. */
export function before(text: string, at: number): string {
  return /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
}

/** The character after this place, '' at the end. */
export function after(text: string, at: number): string {
  return /^./su.exec(text.slice(at, at + 2))?.[0] ?? '';
}

export function isAlphabet(letter: string): boolean {
  return alphabet.test(letter);
}

/** How many letters people see. */
export function lettersIn(name: string): number {
  return [...name].length;
}
