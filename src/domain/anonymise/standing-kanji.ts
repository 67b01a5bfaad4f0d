import { type FoldedText, isWordEdge } from './fold';
import type { Marks } from './marks';
import { before, lettersIn, scriptOf } from './script';
import { isActor, isBetweenMarks, isNounOfItsOwn, isSpokenOfAsPerson } from './sentence';
import type { Span } from './spans';

/**
 * Whether letters with a kanji among them mean the name.
 *
 * Two and more do wherever they do not sit inside a longer word, even where that leaves 受講生 for a place or a
 * company of the name (工藤電機). One does with an honorific, or as a word of its own that a particle follows
 * (蓮の件). A word of every day (空, 希望) needs an honorific, a sentence that speaks of a person, or nothing around
 * it. One that families are called by (森) is between these: 森は is Mr. Mori, 森で is a wood.
 */
export function isKanjiName(text: FoldedText, span: Span, { addressed, ordinary }: Marks): boolean {
  const short = lettersIn(text.plain.slice(span.start, span.end)) === 1;
  if (!short && ordinary === null) return !cutsWords(text, span, addressed);
  if (endsLongerName(text, span)) return false;
  if (addressed) return !cutsWords(text, span, false);
  if (!isOwnWord(text, span) || ordinary === 'number') return false;
  if (ordinary === null) return isNounOfItsOwn(text, span);
  if (ordinary === 'family' && isActor(text, span)) return true;
  return isBetweenMarks(text, span) || (ordinary !== 'like a person' && isSpokenOfAsPerson(text, span));
}

/**
 * Whether the name is a piece of a longer word: 久保 of 大久保, 高田 of 高田馬場, and 田中 of 新田 and 中学校
 * both. What the dictionary takes for one word with an honorific is none if somebody is addressed by it.
 */
function cutsWords({ wordFrom, wordTo }: FoldedText, { start, end }: Span, addressed: boolean): boolean {
  const [from = start, to = end] = [wordFrom[start], wordTo[end - 1]];
  const oneWord = wordTo[start] === to;
  if (oneWord && addressed && from === start) return false;
  return oneWord ? from < start || to > end : from < start && to > end;
}

/** 林さん after 大 is Mr. 大林; after 昨日 it is Mr. 林. */
function endsLongerName({ plain, wordFrom }: FoldedText, { start }: Span): boolean {
  const ahead = before(plain, start);
  if (!/\p{Script=Han}/u.test(ahead)) return false;
  const from = wordFrom[start - 1] ?? 0;
  return wordFrom[start] !== start || start - from <= ahead.length;
}

function isOwnWord(text: FoldedText, { start, end }: Span): boolean {
  const glued = scriptOf(before(text.plain, start)) === 'katakana';
  return !glued && isWordEdge(text, start) && isWordEdge(text, end);
}
