import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';

/** Without Drizzle's relational queries: it would go through all tables anew at the begin of each transaction. */
export type Database = NodePgDatabase;

/** A database or a transaction on it: what every query takes. */
export type Queryable = Pick<
  Database,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | '$with'
  | 'with'
>;

export function openDatabase(pool: Pool): Database {
  // Drizzle never gives a connection back to the pool on which "begin" failed: each outage would cost some.
  const transaction: Database['transaction'] = async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzle(client).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return Object.assign(drizzle(pool), { transaction });
}

/** Prepares a statement at its first use with each database: later uses neither build nor plan it again. */
export function oncePerDatabase<T>(prepare: (db: Queryable) => T): (db: Queryable) => T {
  const prepared = new WeakMap<Queryable, T>();
  return (db) => {
    const statement = prepared.get(db) ?? prepare(db);
    prepared.set(db, statement);
    return statement;
  };
}
