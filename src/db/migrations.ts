import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from './client';

const journal = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) });

/** The migrations that this Banso has and the database has not, in order: '0003_pauses', … */
export async function pendingMigrations(db: Queryable): Promise<string[]> {
  const last = await lastMigration(db);
  return shippedMigrations().flatMap(({ tag, when }) => (when > last ? [tag] : []));
}

/** The migrator's own rule: what is younger than the last one applied is to be applied. */
async function lastMigration(db: Queryable): Promise<number> {
  const { rows } = await db.execute(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (rows[0]?.there !== true) return 0;
  const applied = await db.execute(
    sql`select max(created_at)::float8 as last from drizzle.__drizzle_migrations`,
  );
  return Number(applied.rows[0]?.last ?? 0);
}

function shippedMigrations() {
  const file = join(__dirname, '../../migrations/meta/_journal.json');
  return journal.parse(JSON.parse(readFileSync(file, 'utf8'))).entries;
}
