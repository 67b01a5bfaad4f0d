import { sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import { helpedQuery, type LibraryQuery, recentAt } from '../domain/search/query';
import { oncePerDatabase, type Queryable } from './client';
import {
  asSearcher,
  bestFirst,
  everywhere,
  type FoundPage,
  found,
  given,
  inScope,
  look,
  merit,
  pageOf,
  type Searcher,
  searchOf,
  shown,
} from './library-looks';

/** Which part of what was found. */
export interface Part {
  offset: number;
  limit: number;
}

const prepareSearch = oncePerDatabase((db) => {
  const asked = (name: string, type: string) => sql`${sql.placeholder(name)}::${sql.raw(type)}`;
  const words = sql.join(
    ['anywhere', 'telling', 'inTitle'].map((name) => asked(name, 'text[]')),
    sql`, `,
  );
  return db
    .select(found)
    .from(
      sql`search_library(${asked('workspaceId', 'text')}, ${asked('viewerId', 'text')}, ${asked('programId', 'text')},
        ${asked('all', 'text')}, ${asked('better', 'text')}, ${asked('newest', 'text')},
        ${asked('newestSeasons', 'text[]')}, ${asked('seasons', 'text[]')}, ${words},
        ${asked('worths', 'float8[]')}, ${asked('filters', 'text')},
        ${asked('today', 'date')}, ${asked('limit', 'int')}, ${asked('offset', 'int')})`,
    )
    .orderBy(bestFirst)
    .prepare('search_library');
});

/**
 * What the searcher's programs have for a query, the best first; and the keys of the words that nothing has. What is looked
 * at and how it is ranked stands in the function `search_library` (migrations).
 */
export async function searchEntries(
  db: Queryable,
  searcher: Searcher,
  { words, all, better, filters }: LibraryQuery,
  { today, offset, limit }: Part & { today: LocalDate },
): Promise<FoundPage & { missing: string[] }> {
  const rows = await prepareSearch(db).execute({
    ...asSearcher(searcher),
    ...{ all, better, filters, today, offset, limit },
    ...recentAt(today),
    anywhere: words.map((word) => word.anywhere),
    telling: words.map((word) => word.telling),
    inTitle: words.map((word) => word.inTitle),
    worths: words.map((word) => word.worth),
  });
  const missing = rows[0]?.missing ?? words.map((_, i) => i + 1);
  return { ...pageOf(rows), missing: words.flatMap(({ key }, i) => (missing.includes(i + 1) ? key : [])) };
}

/** Of the newest, and of those that helped, as long as nothing is looked for: a team's first hundred are all read there. */
const mostUnasked = 60;

const prepareNewest = oncePerDatabase((db) =>
  db
    .select(found)
    .from(
      searchOf(
        sql`picked as materialized (
        (select e.ctid as at from library_entries e where ${inScope} order by e.happened_on desc limit ${sql.raw(String(mostUnasked))})
        union ${look(everywhere(given('helped', 'text')), mostUnasked)}),
      page as materialized (
        select e.ctid as at, ${merit} as score, count(*) over () as total from library_entries e
        where ${inScope} and e.ctid = any(array(select at from picked))
        order by score desc, e.happened_on desc, e.source_id
        limit ${given('limit', 'int')} offset ${given('offset', 'int')})`,
        sql`select ${shown}, p.score, p.total, p.total as complete, '{}'::int[] as missing
      from page p join library_entries e on e.ctid = p.at where ${inScope}`,
      ),
    )
    .orderBy(bestFirst)
    .prepare('newest_of_library'),
);

/** What stands there before anything is asked for: the newest and those that helped, the best first. */
export async function newestEntries(
  db: Queryable,
  searcher: Searcher,
  part: Part & { today: LocalDate },
): Promise<FoundPage> {
  return pageOf(await prepareNewest(db).execute({ ...asSearcher(searcher), helped: helpedQuery, ...part }));
}
