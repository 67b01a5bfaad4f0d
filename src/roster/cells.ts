import type { Rhythm } from '../domain/cadence-input';
import { isLocalDate, type LocalDate } from '../domain/dates';
import { searchKey } from '../domain/names';
import { parseRhythm } from '../domain/rhythm';
import type { CareMember } from '../domain/roster';
import type { RosterExpectation } from '../domain/roster-expectation';
import { isSlackUserId } from '../domain/slack-ids';
import { unprotectFormula } from './formula';

/** A cell's value, or what was expected instead. */
export type Parsed<T> = { value: T } | { expected: RosterExpectation };
export type CellParser<T> = (cell: string) => Parsed<T>;

const NAME_LENGTH = 100;
const MOST_HOURS = 168;

/** Text of at most `length` characters, on one line or several. */
export function text(length: number): CellParser<string> {
  return (cell) => {
    const value = cleaned(cell);
    if (hasControls(value)) return { expected: { kind: 'plainText' } };
    return isLonger(value, length) ? { expected: { kind: 'length', max: length } } : { value };
  };
}

/** A name, with a letter or digit in it: people are told apart by it. */
export const personName: CellParser<string> = (cell) => {
  const parsed = text(NAME_LENGTH)(cell.replace(/\s+/g, ' '));
  if ('value' in parsed && searchKey(parsed.value) === '') return { expected: { kind: 'learnerName' } };
  return parsed;
};

/** `YYYY-MM-DD` or `YYYY/M/D`, half or full width. */
export const localDate: CellParser<LocalDate> = (cell) => {
  const [, year, , month, day] = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(plain(cell)) ?? [];
  const value = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isLocalDate(value) ? { value } : { expected: { kind: 'day' } };
};

export const slackUser: CellParser<string | null> = (cell) => {
  const value = plain(cell);
  if (value === '') return { value: null };
  return isSlackUserId(value) ? { value } : { expected: { kind: 'slackUser' } };
};

export const careMember: CellParser<CareMember | null> = (cell) => {
  const id = plain(cell);
  if (isSlackUserId(id)) return { value: { userId: id } };
  const name = cleaned(cell);
  if (hasControls(name)) return { expected: { kind: 'careMemberInPlainText' } };
  if (isLonger(name, NAME_LENGTH)) return { expected: { kind: 'careMember', max: NAME_LENGTH } };
  return { value: name === '' ? null : { name } };
};

export const rhythm: CellParser<Rhythm | null> = (cell) => {
  if (plain(cell) === '') return { value: null };
  const value = parseRhythm(plain(cell));
  return value ? { value } : { expected: { kind: 'rhythm' } };
};

export const weeklyHours: CellParser<number | null> = (cell) => {
  const number = plain(cell);
  if (number === '') return { value: null };
  const value = /^\d+(\.\d)?$/.test(number) ? Number(number) : Number.NaN;
  return value <= MOST_HOURS ? { value } : { expected: { kind: 'weeklyHours', max: MOST_HOURS } };
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

function isLonger(value: string, characters: number): boolean {
  return [...value].length > characters;
}

/** Line breaks and tabs are fine; PostgreSQL could not even store a NUL. */
function hasControls(value: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(value.replace(/[\n\t]/g, ''));
}
