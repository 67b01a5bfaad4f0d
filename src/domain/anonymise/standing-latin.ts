import type { Link } from './chains';
import type { FoldedText } from './fold';
import type { Marks } from './marks';
import { lettersIn } from './script';

/** Where a sentence, a line or an item of a list begins. */
const sentenceStart = /(?:^|[.!?:;。\n\r*•>"“「『(-])['‘\s]*$/u;

/**
 * Whether a word of Latin letters means the name. `link` is a word of its own.
 *
 * A name that is an English word too, or has two letters, needs a capital: `Will` is taken for the learner even
 * where it begins a question, as privacy wins. Words such as `so` begin too many sentences for that, and `Go` is
 * a language wherever it stands; `AI` is none called Ai. One letter needs an honorific. Months stay names: nobody can tell `in May` from a May.
 */
export function isLatinName(
  text: FoldedText,
  { start, end }: Pick<Link, 'start' | 'end'>,
  { addressed, ordinary }: Marks,
): boolean {
  const written = text.plain.slice(start, end);
  const letters = lettersIn(written);
  if (addressed) return true;
  if (letters < 2 || ordinary === 'language') return false;
  if (ordinary === null && letters > 2) return true;
  if (!/^\p{Lu}/u.test(written) || (letters === 2 && /^\p{Lu}+$/u.test(written))) return false;
  return ordinary !== 'grammar' || !sentenceStart.test(text.plain.slice(Math.max(0, start - 4), start));
}
