import { type SQL, sql } from 'drizzle-orm';
import type { LibraryHit, LibraryPage } from '../domain/library';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import { place } from '../domain/search/lexemes';

/** Whose library is searched: that of the programs which she supports, or of one of them. */
export interface Searcher extends WorkspaceScope {
  viewerId: string;
  programId?: string | undefined;
}

/** What a search found for somebody, with what it saw of her. */
export interface FoundPage extends LibraryPage {
  /** Null: she supports no program. */
  viewer: { locale: Locale; leads: boolean } | null;
}

/**
 * What a statement is given, selected instead of written into it: PostgreSQL then finds one plan that fits whatever is
 * looked for, and doesn't plan each search anew, which takes longer than most of them.
 */
export const given = (name: string, type: string) => sql`(select ${sql.placeholder(name)}::${sql.raw(type)})`;

/** What every search is told of the searcher. */
export function asSearcher({ workspaceId, viewerId, programId = '' }: Searcher) {
  return { workspaceId, viewerId, programId };
}

/** The programs that the searcher supports, each with what stands before its lexemes (`programKey`). */
const mine = sql`
  mine as materialized (
    select s.program_id, left(s.program_id::text, 4) as key, s.role from supporters s
    where s.workspace_id = ${given('workspaceId', 'text')} and s.user_id = ${given('viewerId', 'text')}
      and s.removed_at is null and (s.program_id::text = ${given('programId', 'text')} or ${given('programId', 'text')} = ''))`;

export const inScope = sql`e.workspace_id = ${given('workspaceId', 'text')}
  and e.program_id = any(array(select program_id from mine))`;

const raw = (text: string) => sql.raw(`'${text}'`);

/** A text of tsquery with the key of each of her programs before its lexemes. An array, as no aggregate is as soon begun. */
export const everywhere = (query: SQL) =>
  sql`array_to_string(array(select replace(${query}, ${raw(place)}, key) from mine), ' | ')`;

/** Entries that a query finds by the index of words, in no order, without reading more than so many of them. */
export const look = (query: SQL, limit: number) => sql`(
  select e.ctid as at from library_entries e
  where e.program_id = any(array(select program_id from mine)) and e.words @@ ${query}::tsquery limit ${sql.raw(String(limit))})`;

/** What an entry is worth beside its match: how it ended, whom it helped and its age (migrations). */
export const merit = sql`library_merit(e.outcome, e.helped_count, e.happened_on, ${given('today', 'date')})`;

/** All that an entry shows. */
export const shown = sql`e.kind, e.source_id, e.program_id, e.title, e.body, e.concerns, e.unit, e.course_week, e.outcome,
  e.helped_count, e.happened_on`;

/** A hit, with `total`, `complete` and `missing`; and the viewer, also where nothing is found. */
export const found = {
  kind: sql<LibraryHit['kind']>`kind`,
  sourceId: sql<string | null>`source_id`,
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
  locale: sql<Locale>`locale`,
  /** Null: she supports no program. */
  leads: sql<boolean | null>`leads`,
};

/** What `hits` selects beside who searches, for `found`; `ctes` are what it reads from. */
export const searchOf = (ctes: SQL, hits: SQL) => sql`(with ${mine}, ${ctes}
  select viewer.locale, viewer.leads, hit.* from (
    select bool_or(role = 'lead') as leads, (select m.locale from members m
      where m.workspace_id = ${given('workspaceId', 'text')} and m.user_id = ${given('viewerId', 'text')}) as locale
    from mine) viewer
  left join (${hits}) hit on true) found`;

export const bestFirst = sql`score desc, happened_on desc, source_id`;

type Row = { [K in keyof typeof found]: (typeof found)[K]['_']['type'] };

export function pageOf(rows: readonly Row[]): FoundPage {
  const [first] = rows;
  return {
    viewer: first && first.leads !== null ? { locale: first.locale, leads: first.leads } : null,
    total: first?.total ?? 0,
    complete: first?.complete ?? 0,
    hits: rows.flatMap(
      ({ total: _, complete: __, missing: ___, locale: ____, leads: _____, sourceId, ...hit }) =>
        sourceId === null ? [] : [{ ...hit, sourceId }],
    ),
  };
}
