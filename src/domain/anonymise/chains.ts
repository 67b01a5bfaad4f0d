import { groupBy } from '../grouping';
import type { FoldedText } from './fold';
import type { Part } from './parts';
import { lettersIn, type Script, scriptOf } from './script';
import { type Span, spansOf } from './spans';

/** A part of a name where the text has its letters; whether it means the name is another question. */
export interface Link extends Span {
  part: Part;
  script: Script;
}

/** Parts of one person's name, one after the other: a full name, or with one link a part of it. */
export type Chain = readonly [Link, ...Link[]];

/** What may stand between family and given name; within a line. */
const between = /^(?: ?[・=.·] ?| {1,3}|[-_'])/;

/** More than any name has; what is written to be expensive stops here. */
const mostLinks = 5;

/** Every chain that the text has letters for. */
export function chainsIn(text: FoldedText, parts: readonly Part[]): Chain[] {
  const links = parts.flatMap((part) => linksOf(text, part));
  const byStart = groupBy(links, ({ start }) => start);
  return links.flatMap((link) => longer(text, byStart, [link]));
}

function linksOf({ plain, key }: FoldedText, part: Part): Link[] {
  return spansOf(key, part.key).map((span) => ({
    ...span,
    part,
    script: scriptOf(plain.slice(span.start, span.end)),
  }));
}

/** The chain and those that go on after it. */
function longer(text: FoldedText, byStart: ReadonlyMap<number, Link[]>, chain: Chain): Chain[] {
  const last = chain.at(-1) ?? chain[0];
  if (chain.length === mostLinks) return [chain];
  const gap = between.exec(text.key.slice(last.end, last.end + 3))?.[0].length ?? 0;
  const next = [...new Set([last.end, last.end + gap])].flatMap((at) => byStart.get(at) ?? []);
  return [
    chain,
    ...next.filter((link) => follows(link, last)).flatMap((link) => longer(text, byStart, [...chain, link])),
  ];
}

/** In Latin letters people write their names in either order, in Japanese the family name first. */
function follows(next: Link, last: Link): boolean {
  if (next.script === 'alphabet' || last.script === 'alphabet') return next.part.key !== last.part.key;
  return next.part.place > last.part.place;
}

export function startOf([first]: Chain): number {
  return first.start;
}

export function endOf(chain: Chain): number {
  return (chain.at(-1) ?? chain[0]).end;
}

/** How many letters of names it has; what stands between them counts for nothing. */
export function lettersOf(chain: Chain): number {
  return chain.reduce((sum, { part }) => sum + lettersIn(part.key), 0);
}
