import { hiraganaOf, usualLetters } from '../names';
import { usualKanji } from './kanji';

/**
 * A text in the form in which names are looked for, with the way back.
 *
 * `plain` and `key` are of one length; all other arrays have an entry per UTF-16 unit of them.
 */
export interface FoldedText {
  /** One width, no accents on Latin letters, the usual form of each kanji, nothing invisible; case and kana stay. */
  plain: string;
  /** `plain` in lower case, with hiragana for katakana. */
  key: string;
  /** Where in the original text the character begins, as people see characters, that this unit comes from. */
  from: number[];
  /** Where it ends. */
  to: number[];
  /** Where in `plain` the word begins, as a dictionary has it, in which this unit stands. */
  wordFrom: number[];
  /** Where it ends. */
  wordTo: number[];
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Folds the text character by character: whatever is found in it starts and ends between two of them. */
export function foldText(text: string): FoldedText {
  let plain = '';
  const from: number[] = [];
  const to: number[] = [];
  for (const { segment, index } of characters.segment(text)) {
    const folded = plainOf(segment);
    plain += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(index);
      to.push(index + segment.length);
    }
  }
  return { plain, key: keyOf(plain), from, to, ...wordsOf(plain) };
}

/** The form in which a name is looked for: as texts are folded, letters and digits only. */
export function foldName(name: string): string {
  return keyOf(plainOf(name)).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** The folding of case and punctuation alike: one apostrophe, one hyphen. */
export function plainOf(text: string): string {
  const visible = text.normalize('NFKC').replace(/[\p{Cf}\p{Variation_Selector}]/gu, '');
  return usualKanji(usualLetters(visible.replace(/[‘’ʼ]/g, "'").replace(/[‐-―−]/g, '-')));
}

/** Letter by letter, as the lower case of some letters is longer than they are. */
function keyOf(plain: string): string {
  const lower = [...plain].map((letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
  return hiraganaOf(lower.join(''));
}

function wordsOf(plain: string): Pick<FoldedText, 'wordFrom' | 'wordTo'> {
  const wordFrom: number[] = [];
  const wordTo: number[] = [];
  for (const { segment, index } of words.segment(plain))
    for (let unit = 0; unit < segment.length; unit += 1) {
      wordFrom.push(index);
      wordTo.push(index + segment.length);
    }
  return { wordFrom, wordTo };
}

/** Whether a word begins or ends here. */
export function isWordEdge({ plain, wordFrom }: FoldedText, at: number): boolean {
  return at === plain.length || wordFrom[at] === at;
}

/** How the first word of the text ends; of 佐藤太郎 that is where the given name begins. */
export function firstWordEnd(text: string): number {
  return wordsOf(text).wordTo[0] ?? 0;
}
