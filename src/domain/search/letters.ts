import { isCommon, plainEnglish } from './english';
import { fold, inHiragana, kanaKey } from './fold';
import { knownKana } from './known-kana';
import { inEnglish, readingOf } from './lexicon';
import { romaji } from './romaji';
import type { Word } from './word';

const latinWord = /[a-z][a-z'.]*/g;
/** Whatever is written without a space or a mark between, of one script. */
const run = /[\p{Script=Latin}'’.]+|[\p{Script=Hiragana}\p{Script=Katakana}ーｰ゛゜ﾞﾟ]+/gu;
const kanaRun = /[ァ-ヺー]{2,}|[ぁ-ゖー]{3,}/g;

/** The most that is kept: what a search for slips looks through. */
const longest = 4000;

/** The most words that are looked for so: each is a search. */
const mostAsked = 3;

/**
 * The words of a text as Latin letters, each once: those of English as they are, kana as they sound, and kanji as they
 * are read where that is known. So a database of any locale compares them, and whoever types in Latin letters is
 * answered too.
 */
export function lettersOf(text: string): string {
  const folded = fold(text).text;
  const read = [...readingOf].flatMap(([kanji, reading]) =>
    kanji.length > 1 && folded.includes(kanji) ? [soundOf(reading)] : [],
  );
  return [...new Set([...latinIn(folded), ...read, ...kanaIn(folded)])].join(' ').slice(0, longest);
}

/**
 * The words of a query that may be looked for in letters, but for those at the places where something was found; those in
 * kana that the lexicon knows are no slips.
 */
export function lettersAsked(text: string, found: readonly Pick<Word, 'start' | 'end'>[] = []): string[] {
  const folded = fold(withoutPlaces(text, found)).text;
  const kana = knownKana(folded).length > 0 ? [] : kanaIn(folded);
  const words = [...latinIn(folded), ...kana].filter((word) => word.length >= 4);
  return [...new Set(words)].slice(0, mostAsked);
}

/** The text without the runs of letters that lie within these places as a whole. */
function withoutPlaces(text: string, places: readonly Pick<Word, 'start' | 'end'>[]): string {
  const within = (at: number) => places.some(({ start, end }) => start <= at && at < end);
  return text.replace(run, (letters, index: number) =>
    Array.from(letters).every((_, i) => within(index + i)) ? ' ' : letters,
  );
}

/** A word with one letter wrong, missing or too many, and part of a longer one: patterns of "like". */
export function slipsOf(word: string): string[] {
  const wrong = [...word].flatMap((_, i) => {
    const [before, after] = [word.slice(0, i), word.slice(i + 1)];
    return i === 0 ? [] : [`${before}_${after}`, `${before}${after}`, `${before}_${word.slice(i)}`];
  });
  return [word, ...wrong].map((pattern) => `%${pattern}%`);
}

function latinIn(folded: string): string[] {
  const words = [...folded.matchAll(latinWord)].map(([word]) => plainEnglish(word));
  return words.filter((word) => word.length >= 3 && !isCommon(word));
}

function kanaIn(folded: string): string[] {
  return [...folded.matchAll(kanaRun)].flatMap(([run]) => {
    const english = inEnglish.get(kanaKey(run));
    return english === undefined ? [soundOf(run)] : [english, soundOf(run)];
  });
}

const soundOf = (kana: string) => romaji(inHiragana(kana));
