import { sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import { slipsOf } from '../domain/search/letters';
import { oncePerDatabase, type Queryable } from './client';
import {
  asSearcher,
  bestFirst,
  everywhere,
  type FoundPage,
  found,
  given,
  inScope,
  merit,
  pageOf,
  type Searcher,
  searchOf,
  shown,
} from './library-looks';

/**
 * Whether the database compares words by their parts (pg_trgm), with the index for it: its owner may have had no right
 * to install that. Asked once of each database.
 */
export async function hasTrigrams(db: Queryable): Promise<boolean> {
  const known = trigrams.get(db);
  if (known !== undefined) return known;
  const { rows } = await db.execute(sql`select to_regclass('library_entries_letters') is not null as there`);
  const there = rows[0]?.there === true;
  trigrams.set(db, there);
  return there;
}

const trigrams = new WeakMap<Queryable, boolean>();

/**
 * How much of a word must be the same: half of its groups of three letters. One wrong kana in four leaves little more;
 * pg_trgm's own measure, 0.6, misses it. For this statement alone.
 */
const leastAlike = sql.raw(`'0.5'`);

/** The most entries that are compared letter by letter. */
const mostCompared = 200;
/** Of the newest, where there is an index of letters, and where there is none. */
const mostLooked = 5000;
const mostScanned = 2000;

/** Entries that look alike, as hits: less sure than those that have the word. */
const alikeHits = sql`
  select ${shown}, 0.5 * a.matched * ${merit} as score, count(*) over () as total, 0 as complete,
    '{}'::int[] as missing
  from alike a join library_entries e on e.ctid = a.at
  where ${inScope} and (${given('filters', 'text')} = '' or e.words @@ ${everywhere(given('filters', 'text'))}::tsquery)
  order by score desc limit ${given('limit', 'int')}`;

/**
 * What has words that look like those asked for: parts of them, or slips. By library_entries_letters, which gives whatever
 * shares some letters: among the newest alone, as each of these is read and compared.
 */
const prepareAlike = oncePerDatabase((db) =>
  db
    .select(found)
    .from(
      searchOf(
        sql`tuned as materialized (select set_config('pg_trgm.word_similarity_threshold', ${leastAlike}, true) as it),
      since as materialized (
        select coalesce((select e.happened_on from library_entries e where ${inScope}
          order by e.happened_on desc offset ${sql.raw(String(mostLooked))} limit 1), '-infinity') as day),
      alike as materialized (
        select e.ctid as at, max(e.alike) as matched from unnest(${given('words', 'text[]')}) w(word)
        cross join lateral (
          select e.ctid, word_similarity(w.word, e.letters) as alike from library_entries e
          where (select it from tuned) is not null
            and ${inScope} and e.happened_on >= (select day from since) and w.word <% e.letters
          order by alike desc limit ${sql.raw(String(mostCompared))}) e
        group by 1)`,
        alikeHits,
      ),
    )
    .orderBy(bestFirst)
    .prepare('library_alike'),
);

/** The same among the newest by patterns of slips. */
const prepareSlips = oncePerDatabase((db) =>
  db
    .select(found)
    .from(
      searchOf(
        sql`alike as materialized (
        select e.ctid as at, 0.7 as matched from (
          select e.ctid, e.letters from library_entries e where ${inScope}
          order by e.happened_on desc limit ${sql.raw(String(mostScanned))}) e
        where e.letters like any(${given('words', 'text[]')}::text[]) limit ${sql.raw(String(mostCompared))})`,
        alikeHits,
      ),
    )
    .orderBy(bestFirst)
    .prepare('library_slips'),
);

/** What has words that look like these: parts of words, and slips. */
export async function similarlySpelt(
  db: Queryable,
  searcher: Searcher,
  asked: { words: readonly string[]; filters: string; today: LocalDate; limit: number; byTrigrams: boolean },
): Promise<FoundPage> {
  const { words, byTrigrams, ...rest } = asked;
  const patterns = byTrigrams ? [...words] : words.flatMap(slipsOf);
  const prepared = byTrigrams ? prepareAlike(db) : prepareSlips(db);
  return pageOf(await prepared.execute({ ...asSearcher(searcher), words: patterns, ...rest }));
}
