/** A text in one form, and where in the original each of its code units comes from. */
export interface Folded {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

/** A letter with the marks that stand on it: of half-width kana, or combining ones. */
const letters = /\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}+/gu;

const latin = /\p{Script=Latin}/u;
const katakana = /[ァ-ヺー]/;

/** Letters without a separable accent, as they are typed; and the apostrophes and dashes of texts that were pasted. */
const typed: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['’', "'"],
  ['‘', "'"],
]);

const dash = /[-‐‑–—―−~〜]/;

/** One width and one case, no accents on Latin letters; kana keep their kind and their marks (が is not か). */
export function fold(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: letter, index } of text.matchAll(letters)) {
    const form = formOf(letter, folded.at(-1) ?? '');
    folded += form;
    for (let i = 0; i < form.length; i += 1) {
      starts.push(index);
      ends.push(index + letter.length);
    }
  }
  return { text: folded, starts, ends };
}

function formOf(letter: string, before: string): string {
  // Whoever has no long-vowel mark at hand types a dash.
  if (dash.test(letter) && katakana.test(before)) return 'ー';
  const form = letter.normalize('NFKC').toLowerCase();
  const plain = latin.test(form) ? form.normalize('NFD').replace(/\p{M}/gu, '') : form;
  return typed.get(plain) ?? plain;
}

const toHiragana = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0);

/** Hiragana for katakana, letter by letter: places stay the same. */
export function inHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - toHiragana));
}

/** One spelling of a word in kana, whatever is written of its sounds: サーバー and サーバ, ヴ and ブ, ディ and デ. */
export function kanaKey(kana: string): string {
  return inHiragana(kana)
    .replace(/ゔぁ/g, 'ば')
    .replace(/ゔぃ/g, 'び')
    .replace(/ゔぇ/g, 'べ')
    .replace(/ゔぉ/g, 'ぼ')
    .replace(/ゔ/g, 'ぶ')
    .replace(/でぃ/g, 'で')
    .replace(/ー/g, '');
}
