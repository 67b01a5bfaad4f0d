import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import { helpedQuery, type LibraryQuery, recentAt } from '../domain/search/query';
import { oncePerDatabase, type Queryable } from './client';
import {
  asSearcher,
  bestFirst,
  everywhere,
  type FoundPage,
  float,
  found,
  given,
  inNewest,
  inScope,
  inSeasons,
  look,
  merit,
  pageOf,
  type Searcher,
  searchOf,
  seasons,
  shown,
} from './library-looks';

/** Which part of what was found. */
export interface Part {
  offset: number;
  limit: number;
}

/** The most entries of one kind of look: what is rarer is ranked as a whole. */
const most = 45;
/** Of the better part of what is frequent, and of the newest with two common words. */
const mostBetter = 20;
const mostMore = 10;
/** Of the newest that have all words. So many in few days are a good sample, however much there is. */
const mostNewest = 30;
const sample = 12;
/** Of one word, the newest that are looked at; and with how many of them it is common: it tells little beside others. */
const mostRecent = 15;
const common = 4;
/** With fewer that have all words, those with some of them are found too. */
const enough = 20;

const number = (value: number) => sql.raw(String(value));

const newestOf = (query: SQL) => inNewest(sql`${query} || ' & ' || ${given('newest', 'text')}`);
const ofSeasons = (name: string) => inSeasons(given(name, 'text'));
const ofAll = (name: string) => everywhere(given(name, 'text'));

const hasSoMany = (name: string, of: number) => sql.raw(`exists (select from ${name} offset ${of - 1})`);
const isFrequent = sql`(${hasSoMany('newest', sample)} or ${hasSoMany('season', most)})`;
const many = sql`(select n from counted) >= ${number(most)}`;
const few = sql`(select n from counted) < ${number(enough)}`;

/**
 * What is looked at first: what has all words, of the newest days, then of this season and the last, then of all there is.
 * Each only where the one before gave too little, since a scan takes as long as what there is to walk over, whatever its
 * bound.
 */
const withAll = sql`
  newest as materialized ${look('season', newestOf(given('all', 'text')), mostNewest)},
  season as materialized ${look('season', ofSeasons('all'), most, sql`not ${hasSoMany('newest', sample)}`)},
  every as materialized ${look('words', ofAll('all'), most, sql`not ${isFrequent}`)},
  counted as materialized (
    select case when ${isFrequent} then ${number(most)} else (select count(*) from every) end as n)`;

/** Of much, its better part as well: of this season and the last or, where that is too little, of all there is. */
const better = sql`
  better_season as materialized ${look('season', ofSeasons('better'), mostBetter, many)},
  better as materialized ${look(
    'words',
    ofAll('better'),
    mostBetter,
    sql`${many} and not ${hasSoMany('better_season', mostBetter)}`,
  )}`;

const pickedOfAll = sql.raw(
  ['newest', 'season', 'every', 'better_season', 'better']
    .map((name) => `select at from ${name}`)
    .join(' union all '),
);

/** Where little has all of several words: what has one of the rarer ones, or two of any. */
const withSome = sql`
  asked as materialized (
    select w.ord, ${everywhere(sql`w.query`)} as anywhere, ${newestOf(sql`w.query`)} as newest
    from unnest(${given('anywhere', 'text[]')}) with ordinality w(query, ord) where ${few}),
  recent as materialized (
    select w.ord, e.at from asked w cross join lateral ${look('season', sql`w.newest`, mostRecent)} e),
  common as materialized (select ord from recent group by ord having count(*) >= ${number(common)}),
  rare as materialized (
    select w.ord, e.at from (select * from asked where ord not in (select ord from common)) w
    cross join lateral ${look('words', sql`w.anywhere`, most)} e),
  frequency as materialized (
    select ord, count(*) as n from rare group by ord
    union all select ord, ${number(most)} from common),
  pairs as materialized (
    select p.query, (p.one in (select ord from frequency where n >= ${number(most)})
      and p.other in (select ord from frequency where n >= ${number(most)})) as common
    from unnest(${sql.placeholder('ones')}::int[], ${sql.placeholder('others')}::int[],
      ${sql.placeholder('pairs')}::text[]) p(one, other, query) where ${few})`;

const anyPair = (where: string) => sql.raw(`(select string_agg(query, ' | ') from pairs where ${where})`);

const pickedOfSome = sql`
  select at from recent
  union all select at from rare
  union all select at from ${look('words', everywhere(anyPair('not common')), most, few)} p
  union all select at from ${look('season', newestOf(sql`'(' || ${anyPair('common')} || ')'`), mostMore, few)} c`;

/** The words that are looked for, as they may stand in an entry. */
const words = (more: SQL) => sql`
  select ${everywhere(sql`w.in_title`)}::tsquery as in_title, ${everywhere(sql`w.telling`)}::tsquery as telling,
    ${everywhere(sql`w.anywhere`)}::tsquery as anywhere, ${more}
  from unnest(${sql.placeholder('inTitle')}::text[], ${sql.placeholder('telling')}::text[],
    ${sql.placeholder('anywhere')}::text[], ${sql.placeholder('worths')}::float8[])
    with ordinality w(in_title, telling, anywhere, worth, ord)`;

const looks = sql`${seasons}, ${withAll}, ${better}`;

/**
 * What is found by one word or several, with what each weighs: by what it tells and, where some are missing, by how rare
 * it is; one that nothing has weighs nothing. With a single word there are no others to be found by, nor to be weighed
 * against: it has a statement of its own, because parts that have nothing to do take time to be started too.
 */
const searches = {
  single: {
    candidates: sql`${looks}, picked as materialized (${pickedOfAll})`,
    weighed: words(sql`w.worth`),
    missing: sql`'{}'::int[]`,
  },
  several: {
    candidates: sql`${looks}, ${withSome}, picked as materialized (${pickedOfAll} union all ${pickedOfSome})`,
    weighed: sql`${words(
      sql`w.worth * case when ${few} then coalesce(ln(1 + ${number(2 * most)} / f.n), 0) else 1 end as worth`,
    )} left join frequency f using (ord)`,
    missing: sql`array(
      select w.ord::int from asked w where not exists (select from frequency f where f.ord = w.ord))`,
  },
};

/** How well an entry matches, from 0 to 1: the part of the words' weight that it has, more where it stands in a title. */
const matched = sql`
  select coalesce(sum(w.worth * case
      when e.words @@ w.in_title then ${float(1)} when e.words @@ w.telling then ${float(0.8)}
      when e.words @@ w.anywhere then ${float(0.55)} else ${float(0)} end) / nullif(sum(w.worth), 0), 0.55) as matched
  from weighed w`;

const prepareSearchOf = (name: keyof typeof searches) =>
  oncePerDatabase((db) => {
    const { candidates, weighed, missing } = searches[name];
    return db
      .select(found)
      .from(
        searchOf(
          sql`${candidates}, weighed as materialized (${weighed}),
      ranked as materialized (
        select e.ctid as at, m.matched * ${merit} as score, e.happened_on, e.source_id
        from library_entries e cross join lateral (${matched}) m
        where ${inScope} and e.ctid = any(array(select at from picked)) and m.matched > 0),
      page as materialized (
        select at, score, count(*) over () as total from ranked order by score desc, happened_on desc, source_id
        limit ${given('limit', 'int')} offset ${given('offset', 'int')})`,
          sql`select ${shown}, p.score, p.total, (select n from counted) as complete, ${missing} as missing
        from page p join library_entries e on e.ctid = p.at where ${inScope}`,
        ),
      )
      .orderBy(bestFirst)
      .prepare(`search_library_${name}`);
  });

const prepareSearch = { single: prepareSearchOf('single'), several: prepareSearchOf('several') };

/** What the searcher's programs have for a query, the best first; and the keys of the words that nothing has. */
export async function searchEntries(
  db: Queryable,
  searcher: Searcher,
  query: LibraryQuery,
  { today, offset, limit }: Part & { today: LocalDate },
): Promise<FoundPage & { missing: string[] }> {
  const { words, pairs, all, better } = query;
  const prepared = prepareSearch[words.length > 1 ? 'several' : 'single'];
  const rows = await prepared(db).execute({
    ...asSearcher(searcher),
    ...{ all, better, today, offset, limit },
    ...recentAt(today),
    anywhere: words.map((word) => word.anywhere),
    telling: words.map((word) => word.telling),
    inTitle: words.map((word) => word.inTitle),
    worths: words.map((word) => word.worth),
    ones: pairs.map(({ one }) => one),
    others: pairs.map(({ other }) => other),
    pairs: pairs.map((pair) => pair.query),
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
        (select e.ctid as at from library_entries e where ${inScope} order by e.happened_on desc limit ${number(mostUnasked)})
        union ${look('words', everywhere(given('helped', 'text')), mostUnasked)}),
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
