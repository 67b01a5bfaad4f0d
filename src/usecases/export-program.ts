import { audit } from '../db/audit';
import { type ExportRow, exportTables, readTable } from '../db/export';
import type { ExportTable } from '../db/export-table';
import type { ProgramScope } from '../domain/scope';
import type { Context } from './context';

/** Takes one table's rows, batch by batch. Throwing ends the export. */
export type TakeTable = (
  table: Pick<ExportTable, 'name' | 'columns'>,
  batches: AsyncIterable<ExportRow[]>,
) => Promise<void>;

export interface ExportOptions {
  /** The Slack user who exports; null: an operator. */
  actorId: string | null;
  take: TakeTable;
}

const BATCH = 1000;

/**
 * Hands out all that is known of a program and its learners, as it stands at one moment, and notes that it was
 * taken. Returns the number of rows by table.
 */
export function exportProgram(
  { db, now }: Context,
  scope: ProgramScope,
  { actorId, take }: ExportOptions,
): Promise<Record<string, number>> {
  return db.transaction(
    async (tx) => {
      const counts: Record<string, number> = {};
      for (const table of exportTables) {
        await take(table, counting(readTable(tx, table, scope, BATCH), table.name, counts));
      }
      const { workspaceId, programId } = scope;
      const action = 'program.exported';
      await audit(tx, {
        workspaceId,
        programId,
        actorId,
        action,
        subjectId: programId,
        details: counts,
        at: now,
      });
      return counts;
    },
    { isolationLevel: 'repeatable read' },
  );
}

async function* counting(
  batches: AsyncIterable<ExportRow[]>,
  name: string,
  counts: Record<string, number>,
): AsyncGenerator<ExportRow[]> {
  counts[name] = 0;
  for await (const batch of batches) {
    counts[name] += batch.length;
    yield batch;
  }
}
