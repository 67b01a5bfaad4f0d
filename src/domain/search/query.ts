import type { Concern } from '../check-in';
import type { CaseOutcome } from '../consultation';
import { addDays, type LocalDate } from '../dates';
import type { LibraryKind } from './entry';
import { dayNumber, mark, place, quoted, seasonOf } from './lexemes';
import type { Word } from './word';
import { wordsOf } from './words';

/** What narrows a search. */
export interface LibraryFilters {
  kind?: LibraryKind | undefined;
  concern?: Concern | undefined;
  outcome?: CaseOutcome | undefined;
  /** Both included. */
  weeks?: { from: number; to: number } | undefined;
  /** Words of a unit's name. */
  unit?: string | undefined;
}

/**
 * A search in PostgreSQL's words: texts of tsquery, in which whatever was typed is quoted. Before each lexeme stands
 * `place`, for which the database puts what is searched.
 */
export interface LibraryQuery {
  /** For each word that is looked for. */
  words: { key: string; anywhere: string; telling: string; inTitle: string; worth: number }[];
  /** What has all of them, and passes the filters. */
  all: string;
  /** The better part of that: where they stand in titles, and what helped many and ended well. */
  better: string;
  /** The filters alone; '' of none. */
  filters: string;
}

/** The most words that are looked for: of more, those that tell the most. */
const mostWords = 12;

/** As much of a text as is read for words, in UTF-16 code units. */
const longest = 2000;

export interface Asked {
  text: string;
  filters: LibraryFilters;
}

/** Null: no words and no filters, so that everything is asked for. */
export function libraryQuery({ text, filters }: Asked): LibraryQuery | null {
  const narrowed = filtersOf(filters);
  const words = telling(wordsOf(text.slice(0, longest))).map((word) => ({
    key: keyOf(word),
    plain: formsOf(word, (one) => any([one])),
    titled: formsOf(word, (one) => any([mark.inTitle(one)])),
    proven: formsOf(word, (one) => any([mark.proven(one)])),
    inTitle: formsOf(word, (one) => any([one], ':A')),
    telling: formsOf(word, (one) => any([one], ':AB')),
    worth: word.worth,
  }));
  if (words.length + narrowed.length === 0) return null;
  const plain = words.map((word) => word.plain);
  const titled = allOf(words.map((word) => word.titled));
  const proven = allOf(words.map((word) => word.proven));
  return {
    words: words.map(({ key, inTitle, telling: told, worth, ...word }) => ({
      key,
      anywhere: word.plain,
      telling: told,
      inTitle,
      worth,
    })),
    all: allOf([...plain, ...narrowed]),
    better: allOf([anyOf(words.length > 0 ? [titled, proven] : [any([mark.proven('')])]), ...narrowed]),
    filters: allOf(narrowed),
  };
}

/** Whatever helped somebody. */
export const helpedQuery = quoted(place + mark.helped);

/** The days that are the newest. */
const newestDays = 4;

/** What is recent, on a day: this season and the last; and of the newest days a text of tsquery, with their seasons. */
export function recentAt(today: LocalDate): { seasons: string[]; newest: string; newestSeasons: string[] } {
  const [season, day] = [seasonOf(today), dayNumber(today)];
  return {
    seasons: [season, season - 1].map(String),
    newest: any(Array.from({ length: newestDays }, (_, ago) => mark.day(day - ago))),
    newestSeasons: [...new Set([season, seasonOf(addDays(today, 1 - newestDays))])].map(String),
  };
}

/** Any of these lexemes; a suffix says in which weights. */
function any(lexemes: readonly string[], weights = ''): string {
  return anyOf(lexemes.map((lexeme) => quoted(place + lexeme) + weights));
}

/** The words that are looked for: each once, the most telling where there are too many. */
function telling(words: readonly Word[]): Word[] {
  const once = [...new Map(words.map((word) => [keyOf(word), word])).values()];
  return once.sort((a, b) => b.worth - a.worth).slice(0, mostWords);
}

function formsOf({ forms }: Word, one: (word: string) => string): string {
  return anyOf(forms.map((form) => allOf(form.map(one))));
}

function filtersOf({ kind, concern, outcome, weeks, unit }: LibraryFilters): string[] {
  return [
    ...(kind ? [any([mark.kind(kind)])] : []),
    ...(concern ? [any([mark.concern(concern)])] : []),
    ...(outcome ? [any([mark.outcome(outcome)])] : []),
    ...(weeks ? [any(range(weeks).map(mark.week))] : []),
    ...wordsOf(unit ?? '').map((word) => formsOf(word, (one) => any([mark.unit(one)]))),
  ];
}

function range({ from, to }: { from: number; to: number }): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** The same for two words that find the same. */
export function keyOf({ forms }: Pick<Word, 'forms'>): string {
  return JSON.stringify(forms);
}

const anyOf = (queries: readonly string[]) => join(queries, ' | ');
const allOf = (queries: readonly string[]) => join(queries, ' & ');

function join(queries: readonly string[], operator: string): string {
  const [only = ''] = queries;
  return queries.length <= 1 ? only : `(${queries.join(operator)})`;
}
