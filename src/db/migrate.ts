import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { pendingMigrations } from './migrations';

/** Any number will do, as long as every process of Banso takes the same. */
const migrationLock = 2_026_112_300;

/** The migrations that this Banso has and the database has not, in order. */
export async function pendingMigrationsOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await pendingMigrations(drizzle(client));
  } finally {
    await client.end();
  }
}

/**
 * Brings a database to the present schema. Safe to run from several processes at once: the second
 * waits for the first and then finds nothing to do.
 */
export async function migrate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await runMigrations(drizzle(client), { migrationsFolder: join(__dirname, '../../migrations') });
  } finally {
    await client.end();
  }
}
