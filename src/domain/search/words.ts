import { isCommon, plainEnglish, stem } from './english';
import { fold, kanaKey } from './fold';
import { kanaStem } from './hiragana';
import { kanjiForms, kanjiWords, type Token } from './kanji';
import { knownKana } from './known-kana';
import { inEnglish, joined } from './lexicon';
import type { Word } from './word';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a text in Japanese, English or both, in the order of the text. */
export function wordsOf(text: string): Word[] {
  const folded = fold(text);
  const tokens: Token[] = [...segmenter.segment(folded.text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ text: segment, start: index, end: index + segment.length }));
  const known = knownKana(folded.text);
  const loans = loanWords(folded.text).filter(isFreeOf(known));
  const free = tokens.filter(isFreeOf([...known, ...loans]));
  const words = [
    ...known.map(({ start, end, written, key }) => ({ start, end, ...formsOfKnown(written, key) })),
    ...kanjiWords(folded.text, tokens),
    ...loans,
    ...free.flatMap(kanaWord),
    ...latinWords(tokens),
  ];
  return words
    .map((word) => ({
      ...word,
      start: folded.starts[word.start] ?? 0,
      end: folded.ends[word.end - 1] ?? text.length,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

type Range = Pick<Word, 'start' | 'end'>;

function isFreeOf(taken: readonly Range[]) {
  return ({ start, end }: Range) => !taken.some((it) => start < it.end && it.start < end);
}

type Forms = Pick<Word, 'forms' | 'parts' | 'worth'>;

function formsOfKnown(written: readonly string[], key: string | null): Forms {
  const ofKey = key === null ? [] : [keyForm(key)];
  return { forms: [...written.flatMap(kanjiForms), ...ofKey], parts: [], worth: 1 };
}

/** A word in kana by its key, or by its English where it has one. */
function keyForm(key: string): string[] {
  const english = inEnglish.get(key);
  return [english === undefined ? key : stem(english)];
}

const katakana = /[ァ-ヺー]{2,}/;

/** What only a word of another language has: a long-vowel mark. Written in hiragana, the segmenter doesn't know it. */
const loan = /[ぁ-ゖ]+ー(?:[ぁ-ゖー]*ー|[ぁ-ゖ]*?(?=[はがをにでとものへや]|[^ぁ-ゖー]|$))/g;

function loanWords(folded: string): Word[] {
  return [...folded.matchAll(loan)].map(({ 0: kana, index }) => ({
    start: index,
    end: index + kana.length,
    forms: [keyForm(kanaKey(kana))],
    parts: [],
    worth: 1,
  }));
}

function kanaWord({ text, start, end }: Token): Word[] {
  const found = katakana.exec(text);
  if (found) return [{ start, end, forms: [keyForm(kanaKey(found[0]))], parts: [], worth: 1 }];
  const kana = kanaStem(text);
  return kana === null ? [] : [{ start, end, forms: [[kana]], parts: [], worth: 0.5 }];
}

function latinWords(tokens: readonly Token[]): Word[] {
  const latin = tokens.filter(({ text }) => /^[\p{Script=Latin}\d][\p{Script=Latin}\d'._]*$/u.test(text));
  const plain = latin.map((token) => ({ ...token, text: plainEnglish(token.text).replace(/\.js$/, '') }));
  const phrases = plain.flatMap((token, i) => phrase(token, plain[i + 1]));
  const single = plain.filter(isFreeOf(phrases)).filter(({ text }) => text !== '' && !isCommon(text));
  return [...phrases, ...single.map(latinWord)];
}

function latinWord({ text, start, end }: Token): Word {
  const worth = /^\d+$/.test(text) ? 0.3 : 1;
  return { start, end, forms: [[stem(inEnglish.get(text) ?? text)]], parts: [], worth };
}

/** Two words that are one as well. */
function phrase(first: Token, second: Token | undefined): Word[] {
  if (!second || second.start - first.end > 1) return [];
  const pair = [stem(first.text), stem(second.text)];
  if (!joinedStems.has(pair.join(' '))) return [];
  return [{ start: first.start, end: second.end, forms: [[stem(pair.join(''))], pair], parts: [], worth: 1 }];
}

const joinedStems = new Set([...joined].map((pair) => pair.split(' ').map(stem).join(' ')));
