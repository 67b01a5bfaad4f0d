import type { Rhythm } from '../domain/cadence-input';
import { isLocalDate, type LocalDate } from '../domain/dates';
import { searchKey } from '../domain/names';
import { parseRhythm } from '../domain/rhythm';
import type { CareMember } from '../domain/roster';
import { isSlackUserId } from '../domain/slack-ids';
import { unprotectFormula } from './formula';

/** A cell's value, or what was expected instead. */
export type Parsed<T> = { value: T } | { expected: string };
export type CellParser<T> = (cell: string) => Parsed<T>;

const NAME_LENGTH = 100;
const MOST_HOURS = 168;
const SLACK_ID = 'a Slack user id such as U024BE7LH';

/** Text of at most `length` characters, on one line or several. */
export function text(length: number): CellParser<string> {
  return (cell) => {
    const value = cleaned(cell);
    if (hasControls(value)) return { expected: 'text without control characters' };
    return [...value].length > length ? { expected: `at most ${length} characters` } : { value };
  };
}

/** A name, with a letter or digit in it: people are told apart by it. */
export const personName: CellParser<string> = (cell) => {
  const parsed = text(NAME_LENGTH)(cell.replace(/\s+/g, ' '));
  if ('value' in parsed && searchKey(parsed.value) === '') return { expected: "the learner's name" };
  return parsed;
};

/** `YYYY-MM-DD` or `YYYY/M/D`, half or full width. */
export const localDate: CellParser<LocalDate> = (cell) => {
  const [, year, , month, day] = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(plain(cell)) ?? [];
  const value = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isLocalDate(value) ? { value } : { expected: 'a real day, YYYY-MM-DD or YYYY/M/D' };
};

export const slackUser: CellParser<string | null> = (cell) => {
  const value = plain(cell);
  if (value === '') return { value: null };
  return isSlackUserId(value) ? { value } : { expected: `${SLACK_ID}, or nothing` };
};

export const careMember: CellParser<CareMember | null> = (cell) => {
  const id = plain(cell);
  if (isSlackUserId(id)) return { value: { userId: id } };
  const parsed = text(NAME_LENGTH)(cell);
  if ('expected' in parsed) return { expected: `${SLACK_ID}, or a name of ${parsed.expected}` };
  return { value: parsed.value === '' ? null : { name: parsed.value } };
};

export const rhythm: CellParser<Rhythm | null> = (cell) => {
  if (plain(cell) === '') return { value: null };
  const value = parseRhythm(plain(cell));
  return value
    ? { value }
    : {
        expected:
          "2/week (1 to 7), every 3 days, mon,thu, 週2回, 3日ごと, 月・木, or nothing for the program's",
      };
};

export const weeklyHours: CellParser<number | null> = (cell) => {
  const number = plain(cell);
  if (number === '') return { value: null };
  const value = /^\d+(\.\d)?$/.test(number) ? Number(number) : Number.NaN;
  return value <= MOST_HOURS
    ? { value }
    : { expected: `hours a week, 0 to ${MOST_HOURS}, with at most one decimal, or nothing` };
};

/** Digits, signs and ids, which may be typed in full width. */
function plain(cell: string): string {
  return unprotectFormula(cell).normalize('NFKC').trim();
}

/**
 * Text as people mean it: one kind of line break, and kana whose marks a Mac wrote apart put together. Not plain
 * NFC, which would rewrite the kanji of some names (U+FA19 as U+795E).
 */
function cleaned(cell: string): string {
  return unprotectFormula(cell)
    .replace(/\r\n?/g, '\n')
    .replace(/\P{M}\p{M}+/gu, (letter) => letter.normalize('NFC'))
    .trim();
}

/** Line breaks and tabs are fine; PostgreSQL could not even store a NUL. */
function hasControls(value: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(value.replace(/[\n\t]/g, ''));
}
