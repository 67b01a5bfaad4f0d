import { type SQL, sql } from 'drizzle-orm';
import type { ProgramScope } from '../domain/scope';

/** One file of an export. */
export interface ExportTable {
  /** The file's name without its ending. */
  name: string;
  columns: readonly string[];
  /** Selects the columns by their names, in a lasting order. */
  query(scope: ProgramScope): SQL;
}

/** Whom a row is about: the id joins the files, name and first day are for people. */
export const aboutColumns = ['learner_id', 'learner', 'learner_started_on'];
export const about = sql.raw(
  'l.id as learner_id, l.name as learner, l.started_on::text as learner_started_on',
);

/** A column of instants, in UTC. */
export const instant = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
