import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { exportTables } from '../db/export';
import { protectFormula } from '../roster/formula';
import type { TakeTable } from '../usecases/export-program';
import { Failure } from './failure';

const PARTIAL = '.partial-';
const fileNames = new Set(exportTables.map(({ name }) => `${name}.csv`));
/** It holds what learners confided to their supporters. */
const OWNER_ONLY = 0o600;

/** A folder that an export is written to. Nothing is seen in it before `finish`. */
export interface ExportFolder {
  take: TakeTable;
  /** Puts the files in the place of those of an earlier export. */
  finish(): Promise<void>;
  /** Removes what was written, after a failure. */
  discard(): Promise<void>;
}

/**
 * Opens a folder that is new, empty, or holds nothing but an earlier export.
 * @throws {Failure} when there is anything else in it, which an export might be mistaken for or mixed up with.
 */
export async function openExportFolder(
  folder: string,
  onRows: (table: string, rows: number) => void,
): Promise<ExportFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const there = await readdir(folder);
  const foreign = there.filter((name) => !fileNames.has(name) && !name.startsWith(PARTIAL));
  if (foreign.length > 0) {
    const some = foreign.slice(0, 3).join(', ');
    throw new Failure(
      `${folder} holds other files (${some}); take a new folder, or one with an earlier export.`,
    );
  }
  await Promise.all(
    there.filter((name) => name.startsWith(PARTIAL)).map((name) => remove(path.join(folder, name))),
  );
  const partial = await mkdtemp(path.join(folder, PARTIAL));
  return {
    take: writeTables(partial, onRows),
    finish: () => publish(partial, folder),
    discard: () => remove(partial),
  };
}

function writeTables(partial: string, onRows: (table: string, rows: number) => void): TakeTable {
  return async ({ name, columns }, batches) => {
    const file = await open(path.join(partial, `${name}.csv`), 'wx', OWNER_ONLY);
    try {
      await file.write(csv([columns], true));
      let rows = 0;
      for await (const batch of batches) {
        await file.write(csv(batch, false));
        rows += batch.length;
        onRows(name, rows);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  };
}

/** RFC 4180 in UTF-8; the BOM tells Excel so. Numbers stay numbers, text is never run. */
function csv(rows: Parameters<typeof stringify>[0], bom: boolean): string {
  return stringify(rows, {
    bom,
    record_delimiter: '\r\n',
    cast: { string: protectFormula, boolean: (value) => String(value) },
  });
}

async function publish(partial: string, folder: string): Promise<void> {
  for (const name of await readdir(partial)) {
    await rename(path.join(partial, name), path.join(folder, name));
  }
  await rmdir(partial);
}

async function remove(entry: string): Promise<void> {
  await rm(entry, { recursive: true, force: true });
}
