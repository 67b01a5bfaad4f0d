import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import { type KeptPools, keepPools, keptName } from './kept-pools';

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'banso_template';

export interface TestDatabase {
  url: string;
  /** For `DepsInput`: connections that go with the database from one test to the next. */
  connect: KeptPools['open'];
  /** Ends all connections to it and gives it back: it is emptied for the next test. */
  release(): Promise<void>;
}

/** A database that is kept for one test after another, with a connection through which it is emptied. */
interface Kept {
  name: string;
  keeper: Pool;
  pools: KeptPools;
  /** All but those that tell what was migrated, quoted. */
  tables: string[];
  /** What it was when it was new. */
  fresh: State;
}

/** What is more about a database than the rows in it. */
interface State {
  /** What its schema is known by: whoever changes one writes a row of the catalogue anew. */
  schema: string;
  /** For how many columns the planner knows what stands there. */
  statistics: number;
  /** In bytes. */
  size: number;
}

/** A database that has grown by more is no quicker than a new one. */
const mostGrown = 8e6;

declare global {
  /** Those that nobody uses, of this process and by their server: a worker runs many test files. */
  var idleTestDatabases: Map<string, Kept[]> | undefined;
}

/**
 * A database with the current schema and no rows, for one test file or one test. Copying one, connecting to it for the first
 * time and removing it take longer than most tests, so it goes from one test to the next.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const idle = idleDatabases();
  const kept = idle.pop() ?? (await copyTemplate());
  const release = async () => {
    if (await empty(kept)) idle.push(kept);
    else await remove(kept);
  };
  return { url: urlOf(kept.name), connect: kept.pools.open, release };
}

function idleDatabases(): Kept[] {
  globalThis.idleTestDatabases ??= new Map();
  const known = globalThis.idleTestDatabases.get(serverUrl()) ?? [];
  globalThis.idleTestDatabases.set(serverUrl(), known);
  return known;
}

async function copyTemplate(): Promise<Kept> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Copying the files takes a fifth of the time that writing them to the log does, where they lie in memory.
  await administrate(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
  // Idle, it doesn't keep its process from ending.
  const keeper = new Pool({
    connectionString: urlOf(name),
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  });
  // It ends with its server.
  keeper.on('error', () => undefined);
  const tables = await emptyTables(keeper);
  return { name, keeper, pools: keepPools(), tables, fresh: await stateOf(keeper) };
}

async function emptyTables(keeper: Pool): Promise<string[]> {
  const { rows } = await keeper.query<{ table: string }>(`
    SELECT format('%I.%I', schemaname, tablename) AS table FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`);
  const tables: string[] = [];
  for (const { table } of rows) {
    const { rowCount } = await keeper.query(`SELECT FROM ${table} LIMIT 1`);
    if (rowCount === 0) tables.push(table);
  }
  return tables;
}

/** @returns false where more than rows has changed, which a new database is the remedy for. */
async function empty({ keeper, pools, tables, fresh }: Kept): Promise<boolean> {
  await pools.idle();
  await endOthers(keeper);
  const { schema, statistics, size } = await stateOf(keeper);
  if (schema !== fresh.schema || statistics !== fresh.statistics || size > fresh.size + mostGrown)
    return false;
  const filled = await deleteAll(keeper, tables);
  // Rows that come at the same instant stand in the order in which they came, as in a new table.
  if (filled.length > 0) await keeper.query(`VACUUM (TRUNCATE) ${filled.join(', ')}`);
  return true;
}

const others = `pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
    AND application_name <> '${keptName}'`;

/** How long connections that have been ended may take to be gone, in milliseconds. */
const endingMs = 1000;

/**
 * Waits until the connections of a test have ended, and ends those that don't. A pool says that it has ended before its
 * connections have: whoever cut one of them off would be told of it there.
 */
async function endOthers(keeper: Pool): Promise<void> {
  const latest = Date.now() + endingMs;
  const some = async () => (await keeper.query(`SELECT FROM ${others} LIMIT 1`)).rowCount !== 0;
  while (Date.now() < latest && (await some())) await pause(5);
  await keeper.query(`SELECT pg_terminate_backend(pid, 5000) FROM ${others}`);
}

/** Without the order that foreign keys want, and without triggers. @returns the tables that had rows */
async function deleteAll(keeper: Pool, tables: readonly string[]): Promise<string[]> {
  const deletions = tables.map((table) => `DELETE FROM ${table}`);
  const begin = ['BEGIN', 'SET LOCAL session_replication_role = replica'];
  // Several statements at once have several results, which the types don't tell.
  const results: unknown = await keeper.query([...begin, ...deletions, 'COMMIT'].join('; '));
  const counts = (results as { rowCount: number | null }[]).slice(begin.length);
  return tables.filter((_, i) => counts[i]?.rowCount !== 0);
}

/** But for what BullMQ makes as it goes: a sequence for each queue, and tables for the time of a transaction. */
const stateQuery = `
  WITH namespaces AS (SELECT oid, xmin AS x FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp_'),
    relations AS (SELECT c.oid, c.xmin AS x FROM pg_class c JOIN namespaces n ON n.oid = relnamespace WHERE relkind <> 'S'),
    attributes AS (SELECT a.xmin AS x FROM pg_attribute a JOIN relations r ON r.oid = attrelid),
    functions AS (SELECT xmin AS x FROM pg_proc),
    constraints AS (SELECT xmin AS x FROM pg_constraint),
    triggers AS (SELECT xmin AS x FROM pg_trigger)
  SELECT concat_ws(' ', ${['namespaces', 'relations', 'attributes', 'functions', 'constraints', 'triggers']
    .map((name) => `(SELECT concat(max(x::text::bigint), '/', count(*)) FROM ${name})`)
    .join(', ')}) AS schema,
    (SELECT count(*)::int FROM pg_statistic JOIN pg_class c ON c.oid = starelid
      WHERE c.relnamespace <> 'pg_catalog'::regnamespace) AS statistics,
    pg_database_size(current_database())::float8 AS size`;

async function stateOf(keeper: Pool): Promise<State> {
  const { rows } = await keeper.query<State>(stateQuery);
  const [state] = rows;
  if (!state) throw new Error('the catalogue told nothing');
  return state;
}

async function remove({ name, keeper, pools }: Kept): Promise<void> {
  await pools.end();
  await keeper.end();
  await administrate(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function administrate(statement: string): Promise<void> {
  const client = new Client(serverUrl());
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is missing: jest sets it in test/support/global-setup.ts');
  return url;
}
