import { sql } from 'drizzle-orm';
import type { Rhythm } from '../domain/cadence';
import { formatRhythm } from '../domain/rhythm';
import type { ProgramScope } from '../domain/scope';
import type { Queryable } from './client';
import { checkInTables } from './export-check-ins';
import { consultationTables } from './export-consultations';
import { learnerTables } from './export-learners';
import { programTables } from './export-program';
import type { ExportTable } from './export-table';

/** Texts, numbers and nulls, in the order of the table's columns. */
export type ExportRow = readonly (string | number | boolean | null)[];

export const exportTables: readonly ExportTable[] = [
  ...learnerTables,
  ...checkInTables,
  ...consultationTables,
  ...programTables,
];

/**
 * A table's rows, some at a time, so that a million of them never stand in memory. Reads with a cursor: `db` must
 * be a transaction, and one table is to be read at a time.
 */
export async function* readTable(
  db: Queryable,
  table: ExportTable,
  scope: ProgramScope,
  size: number,
): AsyncGenerator<ExportRow[]> {
  await db.execute(sql`declare exported no scroll cursor for ${table.query(scope)}`);
  for (;;) {
    const { rows } = await db.execute(sql`fetch ${sql.raw(String(size))} from exported`);
    if (rows.length > 0) yield rows.map((row) => table.columns.map((column) => cellOf(column, row[column])));
    if (rows.length < size) break;
  }
  await db.execute(sql`close exported`);
}

function cellOf(column: string, value: unknown): ExportRow[number] {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return column === 'rhythm' && typeof value === 'object' ? formatRhythm(value as Rhythm) : String(value);
}
