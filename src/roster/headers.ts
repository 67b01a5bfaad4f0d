import { type RosterColumn, type RosterFault, type RosterHeaders, rosterColumns } from '../domain/roster';
import type { RosterExpectation } from '../domain/roster-expectation';

/** The Japanese header of each column. */
const japanese: Readonly<Record<RosterColumn, string>> = {
  name: '氏名',
  reading: 'ふりがな',
  slack_user_id: 'Slack ID',
  started_on: '開始日',
  ends_on: '終了日',
  goal: '目標',
  background: '背景',
  companion: '伴走',
  mentor: 'メンター',
  advisor: 'アドバイザー',
  rhythm: 'リズム',
  weekly_hours: '週学習時間',
  unit: '単元',
};

const columnsByKey: ReadonlyMap<string, RosterColumn> = new Map(
  rosterColumns.flatMap((column) => [
    [headerKey(column), column],
    [headerKey(japanese[column]), column],
  ]),
);

export interface HeaderRow {
  /** The column of each cell; null: an unknown one. */
  columns: (RosterColumn | null)[];
  headers: RosterHeaders;
  faults: RosterFault[];
}

/** Finds each column under its English or Japanese header: any order, case, width and spacing. */
export function readHeaders(cells: readonly string[], row: number): HeaderRow {
  const columns = cells.map((cell) => columnsByKey.get(headerKey(cell)) ?? null);
  const missing = rosterColumns.filter((column) => !columns.includes(column));
  const faults = cells.flatMap((cell, index) => {
    const expected = unexpected(columns, index, missing);
    return expected ? [{ row, column: cell.trim() || `column ${index + 1}`, value: cell, expected }] : [];
  });
  return { columns, headers: headersOf(cells, columns), faults: [...faults, ...missingFaults(missing, row)] };
}

/** 'Slack ID', 'slack_user_id' and 'ＳＬＡＣＫ ｉｄ' give the same as their column's own header. */
function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

function unexpected(
  columns: readonly (RosterColumn | null)[],
  index: number,
  missing: readonly RosterColumn[],
): RosterExpectation | null {
  const column = columns[index] ?? null;
  if (column === null)
    return { kind: 'knownHeader', columns: named(missing.length > 0 ? missing : rosterColumns) };
  return columns.indexOf(column) < index ? { kind: 'singleHeader', column } : null;
}

function missingFaults(missing: readonly RosterColumn[], row: number): RosterFault[] {
  return missing.map((column) => ({
    row,
    column,
    value: '',
    expected: { kind: 'column', column: named([column]) },
  }));
}

function named(columns: readonly RosterColumn[]): string {
  return columns.map((column) => `${column} (${japanese[column]})`).join(', ');
}

/** Each column's header as the file writes it, else its English one. */
export function headersOf(
  cells: readonly string[],
  columns: readonly (RosterColumn | null)[],
): Record<RosterColumn, string> {
  const headers = { ...japanese };
  for (const column of rosterColumns) headers[column] = cells[columns.indexOf(column)]?.trim() ?? column;
  return headers;
}
