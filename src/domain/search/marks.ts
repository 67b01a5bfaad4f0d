import type { Word } from './word';
import { wordsOf } from './words';

/** A stretch of a text, and whether it is what was looked for. */
export interface Stretch {
  text: string;
  marked: boolean;
}

interface Range {
  start: number;
  end: number;
}

/** Where a text has what was looked for, in whatever form: ranges that neither touch nor overlap, in order. */
export function marksOf(text: string, query: string): Range[] {
  const asked = new Set(wordsOf(query).flatMap((word) => word.forms.flat()));
  const found = wordsOf(text).filter((word) => isAsked(word, asked));
  const joined: Range[] = [];
  for (const { start, end } of found) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function isAsked({ forms }: Word, asked: ReadonlySet<string>): boolean {
  return forms.some((form) => form.every((word) => asked.has(word)));
}

/** How much stands before the first mark, so that it is read in its sentence. */
const before = 30;

/**
 * A part of a text of at most `max` UTF-16 code units around what was looked for, in stretches; from its beginning where
 * nothing of it is. Lines are put behind each other.
 */
export function excerpt(text: string, query: string, max: number): Stretch[] {
  const whole = text.replace(/\s*\n\s*/g, ' ').trim();
  const marks = query.trim() === '' ? [] : marksOf(whole, query);
  const from = beginningOf(whole, marks[0]?.start ?? 0, max);
  const to = from + max >= whole.length ? whole.length : from + max - 1;
  const shown = marks.filter(({ start, end }) => from <= start && end <= to);
  const stretches: Stretch[] = [];
  let at = from;
  for (const { start, end } of shown) {
    stretches.push({ text: whole.slice(at, start), marked: false });
    stretches.push({ text: whole.slice(start, end), marked: true });
    at = end;
  }
  stretches.push({ text: whole.slice(at, to), marked: false });
  const edge = (cut: boolean): Stretch[] => (cut ? [{ text: '…', marked: false }] : []);
  return [...edge(from > 0), ...stretches, ...edge(to < whole.length)].filter((it) => it.text !== '');
}

/** Where the excerpt begins: after a sentence or a space where one is near, and never inside a letter. */
function beginningOf(text: string, mark: number, max: number): number {
  if (mark + before < max) return 0;
  const near = text.slice(mark - before, mark);
  const sentence = Math.max(near.lastIndexOf('。'), near.lastIndexOf('. '), near.lastIndexOf('」'));
  const from = mark - before + (sentence === -1 ? near.indexOf(' ') : sentence) + 1;
  return /[\uDC00-\uDFFF]/.test(text.charAt(from)) ? from + 1 : from;
}
