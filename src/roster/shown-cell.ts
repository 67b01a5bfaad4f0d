import { truncate } from '../domain/text';

/** How much of a cell is shown, in UTF-16 code units. */
const SHOWN = 40;

export interface ShownCell {
  /** On one line; a control character could do anything in a terminal. */
  text: string;
  /** Its characters, where it is cut; null: it is whole. */
  cutFrom: number | null;
}

/** What stands in a cell, for a report. Null: nothing. */
export function shownCell(value: string): ShownCell | null {
  if (value.trim() === '') return null;
  const characters = [...value].length;
  const line = value.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return { text: truncate(line, SHOWN), cutFrom: characters > SHOWN ? characters : null };
}
