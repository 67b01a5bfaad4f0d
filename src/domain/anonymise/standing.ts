import { type Chain, endOf, type Link, lettersOf, startOf } from './chains';
import { type FoldedText, isWordEdge } from './fold';
import { honorificEnd } from './honorifics';
import { type Marks, marksOf } from './marks';
import { ordinaryWord } from './ordinary';
import { after, before, isAlphabet, lettersIn } from './script';
import { isKanaName } from './standing-kana';
import { isKanjiName } from './standing-kanji';
import { isLatinName } from './standing-latin';

/**
 * Whether the chain means the person's name rather than letters that words happen to have.
 *
 * In doubt it does for two letters and more: a word too many that the author sees in the preview does less harm
 * than a name that stays in the library. One letter, and a word of every day, need a reason.
 */
export function meansName(text: FoldedText, chain: Chain): boolean {
  const [first] = chain;
  const end = endOf(chain);
  if (isAlphabet(before(text.plain, first.start)) && first.script === 'alphabet') return false;
  const marks = marksOf(text, { start: first.start, end });
  const last = chain.at(-1) ?? first;
  if (last.script === 'alphabet' && !endsWord(text, end)) return false;
  return chain.length > 1 ? isFullName(text, chain, marks) : isPart(text, first, marks);
}

function isPart(text: FoldedText, link: Link, marks: Marks): boolean {
  if (!link.part.whole && !marks.addressed) return false;
  if (link.script === 'alphabet') return isLatinName(text, link, marks);
  // Korean particles stand at the name at once, and no dictionary here knows them.
  if (link.script === 'hangul') return marks.addressed || lettersIn(link.part.key) > 1;
  if (link.script === 'kanji') return isKanjiName(text, link, marks);
  return isKanaName(text, link, marks);
}

/** `Sato` in `Sato's` ends its word, `Don` in `don't` and `Ma` in `ma'am` do not. */
function endsWord(text: FoldedText, end: number): boolean {
  const { plain, key } = text;
  if (honorificEnd(text, end) > end) return true;
  const tail = /^'(\p{L}+)/u.exec(key.slice(end, end + 4))?.[1];
  if (tail !== undefined && isAlphabet(tail)) return /^(?:s|d|ll|re|ve)$/.test(tail);
  return !isAlphabet(after(plain, end));
}

/** How many letters a full name needs to be taken for one wherever it stands. */
const distinctive = { alphabet: 5, kanji: 3, kana: 4 } as const;

/**
 * Family and given name together need little else: 林 蓮 is nobody's wood and lotus. A short one must not cut
 * words, as 森林 学科 has 林 学 in it, and of two English words one has a capital.
 */
function isFullName(text: FoldedText, chain: Chain, { addressed }: Marks): boolean {
  const scripts = new Set(chain.map(({ script }) => script));
  if (scripts.has('alphabet')) return chain.some((link) => !isSmallWord(text, link)) && isSpaced(chain);
  const needed = scripts.has('kanji') ? distinctive.kanji : distinctive.kana;
  const free = isWordEdge(text, startOf(chain)) && (addressed || isWordEdge(text, endOf(chain)));
  return free || (lettersOf(chain) >= needed && !isInsideWord(text, startOf(chain), endOf(chain)));
}

/** Of a name without a gap a few letters are by chance: `an` and `do` in no `Ando`. */
function isSpaced(chain: Chain): boolean {
  const glued = chain.every((link, index) => index === 0 || chain[index - 1]?.end === link.start);
  return !glued || lettersOf(chain) >= distinctive.alphabet;
}

function isSmallWord({ plain, key }: FoldedText, { part, start, end }: Link): boolean {
  const small = plain.slice(start, end) === key.slice(start, end);
  return small && (ordinaryWord(part.key) !== null || lettersIn(part.key) < 3);
}

/** Whether a dictionary has one longer word here. */
function isInsideWord({ wordFrom, wordTo }: FoldedText, start: number, end: number): boolean {
  const [from = start, to = end] = [wordFrom[start], wordTo[start]];
  return to >= end && to - from > end - start;
}
