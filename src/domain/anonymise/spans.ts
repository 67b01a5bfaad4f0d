import type { Role } from './people';

/** A piece of a folded text. */
export interface Span {
  start: number;
  end: number;
}

/** A name or a mention in a folded text. */
export interface Place extends Span {
  role: Role;
  /** Which of the people; null: somebody whom a mention alone tells of. */
  person: number | null;
}

/** Where the text has the word, overlaps included; nowhere for an empty word. */
export function spansOf(text: string, word: string): Span[] {
  const spans: Span[] = [];
  if (word === '') return spans;
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1))
    spans.push({ start, end: start + word.length });
  return spans;
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the inner one is a part of the outer one, and not all of it. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && lengthOf(outer) > lengthOf(inner);
}

export function lengthOf({ start, end }: Span): number {
  return end - start;
}
