import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { Client } from 'pg';
import { migrate } from '../../src/db/migrate';
import * as schema from '../../src/db/schema';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { projectPath } from '../support/source';

const run = promisify(execFile);
const tables = Object.values(schema).flatMap((entry) => (is(entry, PgTable) ? [getTableConfig(entry)] : []));

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client(database.url);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.release();
});

async function names(query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query);
  return rows.map(({ name }) => name).sort();
}

describe('what drizzle-kit would still have to migrate', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'banso-migrations-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    rmSync(folder, { recursive: true });
    cpSync(projectPath('migrations'), folder, { recursive: true });
  });

  const migrationsIn = () => readdirSync(folder).filter((file) => file.endsWith('.sql'));

  async function generate(): Promise<string> {
    const drizzleKit = projectPath('node_modules/drizzle-kit/bin.cjs');
    const source = ['--dialect', 'postgresql', '--schema', './src/db/schema'];
    const out = path.relative(projectPath('.'), folder);
    const args = [drizzleKit, 'generate', ...source, '--out', out, '--name', 'missing'];
    const { stdout } = await run(process.execPath, args, { cwd: projectPath('.') });
    return stdout;
  }

  test('is nothing: the migrations lead to the schema', async () => {
    const before = migrationsIn();
    expect(await generate()).toContain('No schema changes');
    expect(migrationsIn()).toEqual(before);
  });

  test('is a column that was added to the schema alone', async () => {
    const snapshots = readdirSync(path.join(folder, 'meta')).filter((file) =>
      file.endsWith('_snapshot.json'),
    );
    const file = path.join(folder, 'meta', snapshots.sort().at(-1) ?? '');
    const snapshot = JSON.parse(readFileSync(file, 'utf8'));
    delete snapshot.tables['public.learners'].columns.goal;
    writeFileSync(file, JSON.stringify(snapshot));
    await generate();
    const missing = migrationsIn().find((name) => name.endsWith('_missing.sql')) ?? '';
    expect(readFileSync(path.join(folder, missing), 'utf8')).toContain(
      'ALTER TABLE "learners" ADD COLUMN "goal" text',
    );
  });
});

describe('a migrated database', () => {
  test('has the tables and columns of the schema, each as nullable as there', async () => {
    const expected = tables.flatMap((table) =>
      table.columns.map((column) => `${table.name}.${column.name} ${column.notNull ? 'NO' : 'YES'}`),
    );
    const found = await names(
      `select table_name || '.' || column_name || ' ' || is_nullable as name
       from information_schema.columns where table_schema = 'public'`,
    );
    expect(found).toEqual(expected.sort());
  });

  test('has the indexes and checks of the schema', async () => {
    const expected = tables.flatMap(({ indexes, checks, uniqueConstraints }) => [
      ...indexes.map(({ config }) => config.name ?? ''),
      ...checks.map(({ name }) => name),
      ...uniqueConstraints.map(({ name }) => name ?? ''),
    ]);
    const found = await names(
      `select indexname as name from pg_indexes
         where schemaname = 'public' and indexname not like '%\\_pk' and indexname not like '%\\_pkey'
       union select conname from pg_constraint where connamespace = 'public'::regnamespace and contype = 'c'`,
    );
    // What a migration adds where the database has pg_trgm; the schema can't know.
    expect(found.filter((name) => name !== 'library_entries_letters')).toEqual(expected.sort());
  });

  test("carries the workspace in every table, as the first column of each key and index but the sweep's and the search's", async () => {
    const without = tables.filter(({ name, columns }) => {
      const column = columns.find((it) => it.name === (name === 'workspaces' ? 'id' : 'workspace_id'));
      return !column?.notNull;
    });
    expect(without.map(({ name }) => name)).toEqual([]);
    const crossing = await names(
      `select indexname as name from pg_indexes
       where schemaname = 'public' and tablename <> 'workspaces' and indexdef !~ '\\(workspace_id[,)]'`,
    );
    expect(crossing.filter((name) => name !== 'library_entries_letters')).toEqual([
      'absences_pkey',
      'audit_events_pkey',
      'breaches_pkey',
      'care_answers_pkey',
      'cases_pkey',
      'check_in_corrections_pkey',
      'check_ins_pkey',
      'consultation_nudges_pkey',
      'consultation_questions_pkey',
      'consultations_pkey',
      'consultations_to_follow_up',
      'consultations_to_nudge',
      'cover_requests_pkey',
      'deliveries_pending',
      'deliveries_pkey',
      'deliveries_stale',
      'homes_stale',
      'imports_pkey',
      'imports_unfinished',
      'learner_edits_pkey',
      'learners_pkey',
      'library_entries_season',
      'library_entries_words',
      'members_next_reminder',
      'members_next_second_look',
      'pauses_pkey',
      'policies_pkey',
      'programs_next_digest',
      'programs_next_escalation',
      'programs_pkey',
      'promises_pkey',
      'restatements_next',
      'restatements_unfinished',
    ]);
  });
});

describe('migrating', () => {
  const applied = () => names('select hash as name from drizzle.__drizzle_migrations');
  const shipped = readdirSync(projectPath('migrations')).filter((file) => file.endsWith('.sql'));

  /** A database of no schema at all, beside the test's own. */
  async function emptyDatabase(): Promise<string> {
    const url = new URL(database.url);
    url.pathname += '_empty';
    await client.query(`create database ${url.pathname.slice(1)} template template0`);
    return url.href;
  }

  test('a second time changes nothing', async () => {
    const before = await applied();
    await migrate(database.url);
    expect(await applied()).toEqual(before);
    expect(before).toHaveLength(shipped.length);
  });

  test('from several processes at once applies each migration once', async () => {
    const url = await emptyDatabase();
    await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    const other = new Client(url);
    await other.connect();
    const { rows } = await other.query('select count(*)::int as count from drizzle.__drizzle_migrations');
    const learners = await other.query('select count(*)::int as count from learners');
    await other.end();
    await client.query(`drop database ${new URL(url).pathname.slice(1)}`);
    expect(rows).toEqual([{ count: shipped.length }]);
    expect(learners.rows).toEqual([{ count: 0 }]);
  });
});
