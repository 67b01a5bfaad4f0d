import { addDays, type LocalDate, weekdayOf } from '../dates';

/**
 * What a word is in the index: with its program before it, so that a search reads of its own programs alone, whatever
 * others keep. Four letters of the id; two programs that share them cost each other a look.
 */
export function programKey(programId: string): string {
  return programId.slice(0, 4);
}

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
  /** The week of a day, by the day with which it begins. */
  weekOf: (on: LocalDate) => `d:${addDays(on, 1 - weekdayOf(on))}`,
};

/** A lexeme as PostgreSQL reads it in a tsvector or tsquery, whatever is in it. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
