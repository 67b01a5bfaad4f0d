import type { Queryable } from '../../db/client';
import { hasTrigrams, similarlySpelt } from '../../db/library-alike';
import type { FoundPage, Searcher } from '../../db/library-looks';
import { newestEntries, type Part, searchEntries } from '../../db/library-search';
import type { LocalDate } from '../../domain/dates';
import type { LibraryHit } from '../../domain/library';
import { lettersAsked } from '../../domain/search/letters';
import { keyOf, type LibraryFilters, type LibraryQuery, libraryQuery } from '../../domain/search/query';
import { wordsOf } from '../../domain/search/words';

export interface Wanted extends Searcher {
  text: string;
  filters: LibraryFilters;
  today: LocalDate;
}

/** With fewer than so many, words that only look like the ones typed are looked for too. */
const tooFew = 3;
/** The most that are found by how they are spelt, with the others beside them. */
const mostTogether = 40;

/**
 * The entries of the searcher's programs that match, the best first: one query; and where it found too little, a second
 * one for what nothing has: parts of words and slips. It alone, where what was typed has no word in it that is known.
 * Nothing asked for: the newest, and what helped.
 */
export async function findEntries(db: Queryable, wanted: Wanted, part: Part): Promise<FoundPage> {
  const { today, text } = wanted;
  const query = libraryQuery(wanted);
  if (text.trim() !== '' && !query?.words.length) {
    const alike = await spelt(db, wanted, { words: lettersAsked(text), filters: query?.filters ?? '' });
    return partOf(alike, alike.hits, part);
  }
  if (!query) return newestEntries(db, wanted, { ...part, today });
  const page = await searchEntries(db, wanted, query, { ...part, today });
  if (!page.viewer || page.complete >= tooFew) return page;
  const asked = lettersAsked(text, foundIn(text, page.missing));
  return asked.length === 0 ? page : together(db, wanted, { query, asked }, part);
}

/** Where the words stand that something has: how they are spelt is no question. */
function foundIn(text: string, missing: readonly string[]) {
  return wordsOf(text).filter((word) => !missing.includes(keyOf(word)));
}

async function together(
  db: Queryable,
  wanted: Wanted,
  { query, asked }: { query: LibraryQuery; asked: readonly string[] },
  part: Part,
): Promise<FoundPage> {
  const page = await searchEntries(db, wanted, query, {
    today: wanted.today,
    limit: mostTogether,
    offset: 0,
  });
  const alike = await spelt(db, wanted, { words: asked, filters: query.filters });
  return partOf(page, merged(page.hits, alike.hits), part);
}

/** What looks like these words, which are written in letters. */
async function spelt(
  db: Queryable,
  { today, ...searcher }: Wanted,
  asked: { words: readonly string[]; filters: string },
): Promise<FoundPage> {
  const byTrigrams = await hasTrigrams(db);
  return similarlySpelt(db, searcher, { ...asked, byTrigrams, today, limit: mostTogether });
}

function partOf(page: FoundPage, hits: readonly LibraryHit[], { offset, limit }: Part): FoundPage {
  return { ...page, total: Math.max(page.total, hits.length), hits: hits.slice(offset, offset + limit) };
}

/** An entry that has some of the words and looks like having the others is the better for it. */
function merged(some: readonly LibraryHit[], others: readonly LibraryHit[]): LibraryHit[] {
  const hits = new Map(some.map((hit) => [entryKeyOf(hit), hit]));
  for (const hit of others) {
    const known = hits.get(entryKeyOf(hit));
    hits.set(entryKeyOf(hit), known ? { ...known, score: known.score + hit.score } : hit);
  }
  return [...hits.values()].sort((a, b) => b.score - a.score);
}

const entryKeyOf = ({ kind, sourceId }: LibraryHit) => `${kind} ${sourceId}`;
