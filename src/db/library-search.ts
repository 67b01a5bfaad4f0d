import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { LibraryHit, LibraryPage } from '../domain/library';
import type { WorkspaceScope } from '../domain/scope';
import { slipsOf } from '../domain/search/letters';
import { helpedOf, type LibraryQuery } from '../domain/search/query';
import { oncePerDatabase, type Queryable } from './client';

/** Which part of what was found. */
export interface Part {
  offset: number;
  limit: number;
}

/** The most entries of one kind of look: what is rarer is ranked as a whole. */
const most = 45;
/** Of the looks beside it: in titles, of those that helped many, of the newest. */
const mostMore = 10;
/** Of the newest that have all words. So many of them are a good sample of what does, however many there are. */
const mostNewest = 30;
const sample = 25;
/** Of one word, the newest that are looked at; and with how many of them it is common: it tells little beside others. */
const mostRecent = 15;
const common = 8;
/** With fewer that have all words, those with some of them are found too. */
const enough = 20;

/**
 * What a search is given, selected instead of written into it: PostgreSQL then finds one plan that fits whatever is looked
 * for, and doesn't plan each search anew, which takes longer than most of them.
 */
const given = (name: string, type: string) => sql`(select ${sql.placeholder(name)}::${sql.raw(type)})`;

const inScope = sql`e.workspace_id = ${given('workspaceId', 'text')}
  and e.program_id = any(${given('programIds', 'uuid[]')}::uuid[])`;

/** Entries that a query finds, in no order, without reading more than so many of them. */
const look = (query: SQL, limit: number, where = sql`true`) => sql`(
  select e.ctid as at from library_entries e
  where ${inScope} and e.words @@ (select ${query}) and ${where} limit ${sql.raw(String(limit))})`;

const named = (name: string) => sql`${sql.placeholder(name)}::tsquery`;
const ofThem = (query: SQL, name: string) => sql`${query} && ${named(name)}`;

const isFrequent = sql.raw(`(select n from newest_count) >= ${sample}`);
const many = sql.raw(`(select n from counted) >= ${most}`);
const few = sql.raw(`(select n from counted) < ${enough}`);

/**
 * What is looked at first: what has all words, among the newest. Where that is much, all of it would be read for long, and
 * only its better part is looked at besides; otherwise all of it. Each is one scan of library_entries_words that ends after
 * its bound.
 */
const withAll = sql`
  newest as materialized ${look(ofThem(named('all'), 'recent'), mostNewest)},
  newest_count as materialized (select count(*) as n from newest),
  every as materialized ${look(named('all'), most, sql`not ${isFrequent}`)},
  counted as materialized (
    select case when ${isFrequent} then ${sql.raw(String(most))} else (select count(*) from every) end as n)`;

const pickedOfAll = sql`
  select at from newest
  union select at from every
  union select at from ${look(named('titled'), mostMore, many)} t
  union select at from ${look(named('proven'), mostMore, many)} h`;

/** Where little has all of several words: what has one of the rarer ones, or two of any. */
const withSome = sql`
  asked as materialized (
    select * from unnest(${given('anywhere', 'text[]')}) with ordinality w(query, ord) where ${few}),
  recent as materialized (
    select w.ord, e.at from asked w
    cross join lateral ${look(ofThem(sql`w.query::tsquery`, 'recent'), mostRecent)} e),
  common as materialized (select ord from recent group by ord having count(*) >= ${sql.raw(String(common))}),
  rare as materialized (
    select w.ord, e.at from (select * from asked where ord not in (select ord from common)) w
    cross join lateral ${look(sql`w.query::tsquery`, most)} e),
  frequency as materialized (
    select ord, count(*) as n from rare group by ord
    union all select ord, ${sql.raw(String(most))} from common),
  pairs as materialized (
    select p.query, (p.one in (select ord from frequency where n >= ${sql.raw(String(most))})
      and p.other in (select ord from frequency where n >= ${sql.raw(String(most))})) as common
    from unnest(${sql.placeholder('ones')}::int[], ${sql.placeholder('others')}::int[],
      ${sql.placeholder('pairs')}::text[]) p(one, other, query) where ${few})`;

const pickedOfSome = sql`
  select at from recent
  union select r.at from rare r join frequency using (ord) where n < ${sql.raw(String(most))}
  union select at from ${look(sql`string_agg(query, ' | ')::tsquery from pairs where not common`, most, few)} p
  union select at from ${look(
    sql`string_agg(query, ' | ')::tsquery && ${named('recent')} from pairs where common`,
    mostMore,
    few,
  )} c`;

/** The words that are looked for, as they may stand in an entry. */
const words = (more: SQL) => sql`
  select w.in_title::tsquery as in_title, w.telling::tsquery as telling, w.anywhere::tsquery as anywhere, ${more}
  from unnest(${sql.placeholder('inTitle')}::text[], ${sql.placeholder('telling')}::text[],
    ${sql.placeholder('anywhere')}::text[], ${sql.placeholder('worths')}::float8[])
    with ordinality w(in_title, telling, anywhere, worth, ord)`;

/**
 * What is found by one word or several, with what each weighs: by what it tells and, where some are missing, by how rare
 * it is; one that nothing has weighs nothing. With a single word there are no others to be found by, nor to be weighed
 * against: it has a statement of its own, because parts that have nothing to do take time to be started too.
 */
const looks = {
  single: {
    candidates: sql`${withAll}, picked as materialized (${pickedOfAll})`,
    weighed: words(sql`w.worth`),
    missing: sql`'{}'::int[]`,
  },
  several: {
    candidates: sql`${withAll}, ${withSome}, picked as materialized (${pickedOfAll} union ${pickedOfSome})`,
    weighed: sql`${words(
      sql`w.worth * case when ${few} then coalesce(ln(1 + ${sql.raw(String(2 * most))} / f.n), 0) else 1 end as worth`,
    )} left join frequency f using (ord)`,
    missing: sql`array(
      select w.ord::int from asked w where not exists (select from frequency f where f.ord = w.ord))`,
  },
};

/** Reckoned with as PostgreSQL's fast kind of number: a bare literal would be its exact one, which takes many times as long. */
const float = (value: number) => sql.raw(`${value}::float8`);

/** How well an entry matches, from 0 to 1: the part of the words' weight that it has, more where it stands in a title. */
const matched = sql`
  select coalesce(sum(w.worth * case
      when e.words @@ w.in_title then ${float(1)} when e.words @@ w.telling then ${float(0.8)}
      when e.words @@ w.anywhere then ${float(0.55)} else ${float(0)} end) / nullif(sum(w.worth), 0), 0.55) as matched
  from weighed w`;

/** What an entry is worth beside its match: at most a third more, for how it ended, whom it helped and its age. */
const merit = sql`(${float(1)}
  + ${float(0.08)} * case e.outcome when 'resolved' then ${float(1)} when 'better' then ${float(0.9)}
    when 'noChange' then ${float(0.2)} when 'left' then ${float(0)} else ${float(0.4)} end
  + ${float(0.12)} * least(1, ln(1 + e.helped_count) / ln(${float(11)}))
  + ${float(0.08)} * exp(-greatest(0, ${given('today', 'date')} - e.happened_on) / ${float(365)}))`;

const columns = sql`e.kind, e.source_id, e.program_id, e.title, e.body, e.concerns, e.unit, e.course_week, e.outcome,
  e.helped_count, e.happened_on`;

/** Entries that look alike, as hits: less sure than those that have the word. */
const alikeHits = sql`
  select ${columns}, 0.5 * a.matched * ${merit} as score, count(*) over () as total, 0 as complete,
    '{}'::int[] as missing
  from alike a join library_entries e on e.ctid = a.at
  where ${inScope} and (${given('filters', 'text')} = '' or e.words @@ ${given('filters', 'tsquery')})
  order by score desc limit ${given('limit', 'int')}`;

const prepareSearchOf = (name: keyof typeof looks) =>
  oncePerDatabase((db) => {
    const { candidates, weighed, missing } = looks[name];
    return selectHits(
      db,
      sql`with ${candidates}, weighed as materialized (${weighed}),
      ranked as materialized (
        select e.ctid as at, m.matched * ${merit} as score, e.happened_on, e.source_id
        from library_entries e cross join lateral (${matched}) m
        where ${inScope} and e.ctid = any(array(select at from picked)) and m.matched > 0),
      page as materialized (
        select at, score, count(*) over () as total from ranked order by score desc, happened_on desc, source_id
        limit ${given('limit', 'int')} offset ${given('offset', 'int')})
      select ${columns}, p.score, p.total, (select n from counted) as complete, ${missing} as missing
      from page p join library_entries e on e.ctid = p.at
      where ${inScope}`,
    ).prepare(`search_library_${name}`);
  });

const prepareSearch = { single: prepareSearchOf('single'), several: prepareSearchOf('several') };

function selectHits(db: Queryable, from: SQL) {
  return db
    .select({
      kind: sql<LibraryHit['kind']>`kind`,
      sourceId: sql<string>`source_id`,
      programId: sql<string>`program_id`,
      title: sql<string>`title`,
      body: sql<string>`body`,
      concerns: sql<LibraryHit['concerns']>`concerns`,
      unit: sql<string>`unit`,
      courseWeek: sql<number | null>`course_week`,
      outcome: sql<LibraryHit['outcome']>`outcome`,
      helpedCount: sql<number>`helped_count`,
      happenedOn: sql<string>`happened_on::text`,
      score: sql<number>`score`,
      total: sql<number>`total::int`,
      complete: sql<number>`complete::int`,
      missing: sql<number[]>`missing`,
    })
    .from(sql`(${from}) found`)
    .orderBy(sql`score desc, happened_on desc, source_id`);
}

/** What the viewer's programs have for a query, the best first; and the keys of the words that nothing has. */
export async function searchEntries(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  programIds: readonly string[],
  query: LibraryQuery,
  { today, offset, limit }: Part & { today: LocalDate },
): Promise<LibraryPage & { missing: string[] }> {
  const { words, pairs, all, titled, recent, proven } = query;
  const prepared = prepareSearch[words.length > 1 ? 'several' : 'single'];
  const rows = await prepared(db).execute({
    workspaceId,
    programIds: [...programIds],
    ...{ all, titled, recent, proven, today, offset, limit },
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

/** The most entries that are compared letter by letter. */
const mostCompared = 200;
/** Of the newest, where there is an index of letters, and where there is none. */
const mostLooked = 5000;
const mostScanned = 2000;

/**
 * What has words that look like those asked for: parts of them, or slips. By library_entries_letters, which gives whatever
 * shares some letters: among the newest alone, as each of these is read and compared.
 */
const prepareAlike = oncePerDatabase((db) =>
  selectHits(
    db,
    sql`with since as materialized (
        select coalesce((select e.happened_on from library_entries e where ${inScope}
          order by e.happened_on desc offset ${sql.raw(String(mostLooked))} limit 1), '-infinity') as day),
      alike as materialized (
        select e.ctid as at, max(e.alike) as matched from unnest(${given('words', 'text[]')}) w(word)
        cross join lateral (
          select e.ctid, word_similarity(w.word, e.letters) as alike from library_entries e
          where ${inScope} and e.happened_on >= (select day from since) and w.word <% e.letters
          limit ${sql.raw(String(mostCompared))}) e
        group by 1)
      ${alikeHits}`,
  ).prepare('library_alike'),
);

/** The same among the newest by patterns of slips. */
const prepareSlips = oncePerDatabase((db) =>
  selectHits(
    db,
    sql`with alike as materialized (
        select e.ctid as at, 0.7 as matched from (
          select e.ctid, e.letters from library_entries e where ${inScope}
          order by e.happened_on desc limit ${sql.raw(String(mostScanned))}) e
        where e.letters like any(${given('words', 'text[]')}::text[]) limit ${sql.raw(String(mostCompared))})
      ${alikeHits}`,
  ).prepare('library_slips'),
);

/** What has words that look like these: parts of words, and slips. */
export async function similarlySpelt(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  programIds: readonly string[],
  asked: { words: readonly string[]; filters: string; today: LocalDate; limit: number; byTrigrams: boolean },
): Promise<LibraryHit[]> {
  const { words, byTrigrams, ...rest } = asked;
  const patterns = byTrigrams ? [...words] : words.flatMap(slipsOf);
  const prepared = byTrigrams ? prepareAlike(db) : prepareSlips(db);
  const rows = await prepared.execute({
    ...{ workspaceId, programIds: [...programIds], words: patterns },
    ...rest,
  });
  return pageOf(rows).hits;
}

/** Of the newest, and of those that helped, as long as nothing is looked for: a team's first hundred are all read there. */
const mostUnasked = 60;

const prepareNewest = oncePerDatabase((db) =>
  selectHits(
    db,
    sql`with picked as materialized (
        (select e.ctid as at from library_entries e where ${inScope} order by e.happened_on desc limit ${sql.raw(String(mostUnasked))})
        union ${look(named('helped'), mostUnasked)}),
      page as materialized (
        select e.ctid as at, ${merit} as score, count(*) over () as total from library_entries e
        where ${inScope} and e.ctid = any(array(select at from picked))
        order by score desc, e.happened_on desc, e.source_id
        limit ${given('limit', 'int')} offset ${given('offset', 'int')})
      select ${columns}, p.score, p.total, p.total as complete, '{}'::int[] as missing
      from page p join library_entries e on e.ctid = p.at where ${inScope}`,
  ).prepare('newest_of_library'),
);

/** What stands there before anything is asked for: the newest and those that helped, the best first. */
export async function newestEntries(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  programIds: readonly string[],
  part: Part & { today: LocalDate },
): Promise<LibraryPage> {
  const helped = helpedOf(programIds);
  return pageOf(
    await prepareNewest(db).execute({ workspaceId, programIds: [...programIds], helped, ...part }),
  );
}

function pageOf(rows: (LibraryHit & Omit<LibraryPage, 'hits'> & { missing: number[] })[]): LibraryPage {
  const { total = 0, complete = 0 } = rows[0] ?? {};
  return { total, complete, hits: rows.map(({ total: _, complete: __, missing: ___, ...hit }) => hit) };
}
