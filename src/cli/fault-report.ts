import type { RosterFault } from '../domain/roster';
import { truncate } from '../domain/text';

/** How much of a cell is shown. */
const SHOWN = 40;

/** One line for each fault: where, what stands there, what was expected. */
export function faultLines(faults: readonly RosterFault[]): string[] {
  return faults.map(({ row, column, value, expected }) => {
    const where = [row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(', ');
    const found = [where, shown(value)].filter((part) => part !== '').join(': ');
    return found === '' ? `expected ${expected}` : `${found}: expected ${expected}`;
  });
}

/** A cell on one line of a terminal; a control character could do anything there. */
function shown(value: string): string {
  if (value.trim() === '') return 'empty';
  const characters = [...value].length;
  const line = value.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  const size = characters > SHOWN ? ` (${characters} characters)` : '';
  return `"${truncate(line, SHOWN)}"${size}`;
}
