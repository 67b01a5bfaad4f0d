import { type FoldedText, isWordEdge } from './fold';
import { before, isAlphabet } from './script';

const kana = /^ ?-?(?:さん|くん|ちゃん|さま)/;
const kanji = /^ ?(?:先輩|先生|様|君|氏|殿)/;
const latin = /^[- ]?(?:san|kun|chan|sama|sensei|senpai|sempai)(?!\p{Script=Latin})/u;
const title = /(?:^|[^\p{L}])((?:mr|mrs|ms|miss|dr|prof)\.? ?)$/u;

/** The longest of them, with its full stop and space. */
const longestTitle = 6;

/** What people write after a name; folded, as names on a card may carry it: はなちゃん. */
export const honorificOfName =
  /(?:さん|くん|ちゃん|さま|様|君|氏|殿|先輩|先生|[- ](?:san|kun|chan|sama|sensei|senpai))$/u;

/** Where the name that ends at `end` ends with its honorifics (先生さま has two); `end` if it has none. */
export function honorificEnd(text: FoldedText, end: number): number {
  const first = oneHonorificEnd(text, end);
  return first === end ? end : oneHonorificEnd(text, first);
}

function oneHonorificEnd(text: FoldedText, end: number): number {
  // A space ahead, the longest honorific and the letter after it.
  const rest = text.key.slice(end, end + 9);
  const length = kana.exec(rest)?.[0].length ?? latinLength(text, end, rest);
  if (length > 0) return end + length;
  const to = end + (kanji.exec(rest)?.[0].length ?? 0);
  // 佐藤様子: no 様, but 様子.
  return isWordEdge(text, to) ? to : end;
}

/**
 * A name in Latin letters with -san at once needs four of them: Susan is nobody's honorific. `Sato San Francisco`
 * has none either, so one after a space is in lower case.
 */
function latinLength({ plain, key }: FoldedText, end: number, rest: string): number {
  const found = latin.exec(rest)?.[0] ?? '';
  if (found.startsWith(' ') && plain.slice(end, end + found.length) !== found) return 0;
  const glued = found !== '' && !/^[- ]/.test(found) && isAlphabet(before(plain, end));
  return glued && !/\p{L}{4}$/u.test(key.slice(Math.max(0, end - 8), end)) ? 0 : found.length;
}

/** Where the name that starts at `start` starts with what stands before it: `@`, `Mr.`; `start` if nothing does. */
export function titleStart({ key }: FoldedText, start: number): number {
  if (key[start - 1] === '@') return start - 1;
  const lead = key.slice(Math.max(0, start - longestTitle - 1), start);
  return start - (title.exec(lead)?.[1]?.length ?? 0);
}
