import { CsvError, parse } from 'csv-parse/sync';
import type { RosterFault } from '../domain/roster';
import type { RosterExpectation } from '../domain/roster-expectation';

/** One record of the file, not yet understood. */
export interface RosterRecord {
  /** As a spreadsheet counts: 1 is the header. */
  row: number;
  cells: string[];
}

export type Table = { header: RosterRecord; body: RosterRecord[] } | { faults: RosterFault[] };

/** Splits comma- or tab-separated text (RFC 4180) into records. Rows without any text are left out. */
export function splitTable(text: string): Table {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }).map((cells, index) => ({ row: index + 1, cells }));
    const [header, ...body] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    return header ? { header, body } : { faults: [fileFault({ kind: 'header' })] };
  } catch (error) {
    if (error instanceof CsvError) return { faults: [quoteFault(error)] };
    throw error;
  }
}

/** No header has a tab in it, so a tab in the first line separates. */
function delimiterOf(text: string): ',' | '\t' {
  return /^[^\r\n]*\t/.test(text) ? '\t' : ',';
}

function fileFault(expected: RosterExpectation): RosterFault {
  return { row: null, column: null, value: '', expected };
}

/** csv-parse can't go on after a misplaced quotation mark: it is the only fault to be told. */
function quoteFault(error: CsvError): RosterFault {
  const { records, code } = error;
  const open = code === 'CSV_QUOTE_NOT_CLOSED';
  return {
    row: typeof records === 'number' ? records + 1 : null,
    column: null,
    value: '"',
    expected: { kind: open ? 'closingQuote' : 'quotedCell' },
  };
}
