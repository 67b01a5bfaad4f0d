import { inFileOrder, type Roster, type RosterFault } from '../domain/roster';
import { decodeRoster } from './decode';
import { headersOf, readHeaders } from './headers';
import { readRow } from './row';
import { splitTable } from './table';
import { twinFaults } from './twins';

/**
 * Reads a roster file (DESIGN.md 5, "Roster CSV"): UTF-8 or Shift_JIS, comma or tab, English or Japanese headers.
 * Tells every fault of the file at once. Who the people in it are is for importRoster to check.
 */
export function readRoster(bytes: Uint8Array): Roster {
  const decoded = decodeRoster(bytes);
  if ('expected' in decoded) return unreadable([{ row: null, column: null, value: '', ...decoded }]);
  const table = splitTable(decoded.text);
  if ('faults' in table) return unreadable(table.faults);
  const header = readHeaders(table.header.cells, table.header.row);
  if (header.faults.length > 0) return unreadable(header.faults);
  const rows = table.body.map((record) => readRow(record, header));
  return {
    rows: rows.filter(({ faults }) => faults.length === 0).map(({ row, learner }) => ({ row, learner })),
    mentions: rows.flatMap(({ mentions }) => mentions),
    faults: inFileOrder([...rows.flatMap(({ faults }) => faults), ...twinFaults(rows, header.headers)]),
    headers: header.headers,
  };
}

function unreadable(faults: RosterFault[]): Roster {
  return { rows: [], mentions: [], faults, headers: headersOf([], []) };
}
