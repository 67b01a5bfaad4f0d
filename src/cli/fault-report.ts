import type { RosterFault } from '../domain/roster';
import { expectationText } from '../domain/roster-expectation';
import { rosterExpectations } from '../i18n/en/roster-expectations';
import { shownCell } from '../roster/shown-cell';

/** One line for each fault: where, what stands there, what was expected. */
export function faultLines(faults: readonly RosterFault[]): string[] {
  return faults.map(({ row, column, value, expected: expectation }) => {
    const expected = expectationText(expectation, rosterExpectations);
    const where = [row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(', ');
    const found = [where, shown(value)].filter((part) => part !== '').join(': ');
    return found === '' ? `expected ${expected}` : `${found}: expected ${expected}`;
  });
}

/** A cell on one line of a terminal. */
function shown(value: string): string {
  const cell = shownCell(value);
  if (cell === null) return 'empty';
  const size = cell.cutFrom === null ? '' : ` (${cell.cutFrom} characters)`;
  return `"${cell.text}"${size}`;
}
