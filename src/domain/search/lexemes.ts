import { daysBetween, type LocalDate } from '../dates';

/**
 * What a word is in the index: with its program before it, so that a search reads of its own programs alone, whatever
 * others keep. Four letters of the id; two programs that share them cost each other a look.
 */
export function programKey(programId: string): string {
  return programId.slice(0, 4);
}

/** Stands for what comes before a lexeme, in a query that says nothing yet of whose programs it searches. In no word. */
export const place = '§';

/** Marks that can't be mistaken for words, which have no colon. */
export const mark = {
  /** A word that the title has. */
  inTitle: (word: string) => `t:${word}`,
  kind: (kind: string) => `k:${kind}`,
  concern: (concern: string) => `c:${concern}`,
  outcome: (outcome: string) => `o:${outcome}`,
  week: (week: number) => `w:${week}`,
  unit: (word: string) => `u:${word}`,
  /** Somebody said that it helped. */
  helped: 'h:',
  /** A word that an entry has which helped many and did not end badly; '' of any such. */
  proven: (word: string) => `p:${word}`,
  /** The day on which it happened, by its number. In library_entries_season alone. */
  day: (number: number) => `d:${number}`,
};

/**
 * The quarter of a year in which a day lies, counted without a gap. It stands before each lexeme in
 * library_entries_season, where library_season_words (migrations) puts it: so what is recent is read alone, however much
 * else there is.
 */
export function seasonOf(on: LocalDate): number {
  const [year = 0, month = 1] = on.split('-').map(Number);
  return year * 4 + Math.floor((month - 1) / 3);
}

/** The same of a day. */
export function dayNumber(on: LocalDate): number {
  return daysBetween('2000-01-01', on);
}

/** A lexeme as PostgreSQL reads it in a tsvector or tsquery, whatever is in it. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
