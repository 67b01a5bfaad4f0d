import { type FoldedText, isWordEdge } from './fold';
import type { Marks } from './marks';
import { after, before, lettersIn, type Script } from './script';
import { isSpokenOfAsPerson } from './sentence';
import type { Span } from './spans';

const startsWithHiragana = /^\p{Script=Hiragana}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const katakana = /[\p{Script=Katakana}ー]/u;
const particle = /^[はがをにでともへのや]$/;
const twoParticles = /^[はがをにでとものへやかねよ]{2}$/;

/** A kana with which a sentence does not go on after a name. */
const noSequel = /^[^\P{Script=Hiragana}はがをにでとものへやかねよだなさしじってらわ]$/u;

/** The words with which it goes on after one so short that many words begin with it. */
const sequel =
  /^(?:[はがをにでとものへやかねよだ]|から|より|まで|って|だっ|でし?|です|なら|なの|など|だけ|けど|には|にも|では|でも|とは|とも|との|への|ほど|しか|こそ|たち|ら)$/u;

/**
 * Whether kana mean the name: with an honorific, or as words of their own. あおい in あおいそら is one, as nobody
 * can tell it from the name; in あおいろ it is none.
 *
 * Kana of which sentences are built (かな, なお) need the honorific or a sentence that speaks of a person. Two of
 * katakana stand alone among their like: マイページ has no Mai in it, サトウリーダー has a Sato.
 */
export function isKanaName(
  text: FoldedText,
  { start, end, script }: Span & { script: Script },
  { addressed, ordinary }: Marks,
): boolean {
  const span = { start, end };
  const letters = lettersIn(text.plain.slice(start, end));
  if (addressed) {
    const known = ordinary !== null || isCutAhead(text, start);
    return !(known && isOneWordWithHonorific(text, span)) && (letters > 1 || startsKana(text, start));
  }
  if (letters < 2) return false;
  if (script === 'katakana') return areOwnWords(text, span) && (letters > 2 || isWholeRun(text, span));
  if (ordinary === 'kana') return areOwnWords(text, span) && isSpokenOfAsPerson(text, span);
  return standsInHiragana(text, span);
}

/**
 * A dictionary takes 「いしいと」 for いし and いと: a particle that it glued to the name, or to a piece of it, is
 * taken off. With three letters the name may lie in that word whole: はるかに is far rather than to Haruka as often
 * as not, and privacy wins. With two it may not: れんが is a brick.
 */
function standsInHiragana(text: FoldedText, span: Span): boolean {
  const { plain, wordFrom, wordTo } = text;
  const { start, end } = span;
  if (areOwnWords(text, span)) return !isTwoParticles(text, span) && !goesOn(text, span);
  if (wordFrom[start] === wordFrom[end - 1] && lettersIn(plain.slice(start, end)) < 3) return false;
  const ahead = plain.slice(wordFrom[start], start);
  const behind = plain.slice(end, wordTo[end - 1]);
  return [ahead, behind].every((rest) => rest === '' || particle.test(rest) || rest === 'だが');
}

function areOwnWords(text: FoldedText, { start, end }: Span): boolean {
  return isWordEdge(text, start) && isWordEdge(text, end);
}

function isCutAhead({ wordFrom }: FoldedText, start: number): boolean {
  return wordFrom[start] !== start;
}

/** たくさん and みなさん are no Taku and no Mina, and nobody who reads them thinks so; おかあさん is no かあ. */
function isOneWordWithHonorific({ wordTo }: FoldedText, { start, end }: Span): boolean {
  return (wordTo[start] ?? end) > end;
}

function startsKana({ plain }: FoldedText, start: number): boolean {
  return !kana.test(before(plain, start));
}

function isWholeRun({ plain }: FoldedText, { start, end }: Span): boolean {
  return !katakana.test(before(plain, start)) && !katakana.test(after(plain, end));
}

/** Whether the word after it is rather the rest of one that the dictionary lacks: あおい-ろ, まい-にち. */
function goesOn({ plain, wordTo }: FoldedText, { start, end }: Span): boolean {
  const next = plain.slice(end, wordTo[end]);
  if (lettersIn(plain.slice(start, end)) > 2) return noSequel.test(next);
  return startsWithHiragana.test(next) && !sequel.test(next);
}

/** とも of two words is と and も. */
function isTwoParticles({ key, wordTo }: FoldedText, { start, end }: Span): boolean {
  return twoParticles.test(key.slice(start, end)) && wordTo[start] !== end;
}
