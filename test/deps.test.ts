import { sql } from 'drizzle-orm';
import pino from 'pino';
import { openDatabase, type Queryable } from '../src/db/client';
import { openPool } from '../src/deps';
import { eventually } from './support/eventually';
import { startWorld } from './support/world';

/** What the server knows of a connection's patience. */
async function patience(db: Queryable): Promise<unknown[]> {
  const { rows } = await db.execute(sql`
    select current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`);
  return rows;
}

test('the service waits for no statement longer than ten seconds, the command line for as long as it takes', async () => {
  const world = await startWorld({ roles: 'worker' });
  const pool = openPool(world.databaseUrl, pino({ level: 'silent' }));
  try {
    expect(await patience(world.deps.db)).toEqual([{ statement: '10s', idle: '1min' }]);
    expect(await patience(openDatabase(pool))).toEqual([{ statement: '0', idle: '0' }]);
  } finally {
    await pool.end();
    await world.close();
  }
});

/** How many connections of this database wait for an advisory lock. */
async function waitingForLock(db: Queryable): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`);
  return rows[0]?.n ?? 0;
}

test('searches leave connections to whoever logs a contact, however many there are', async () => {
  const world = await startWorld({ roles: 'bot' });
  const { deps } = world;
  try {
    const searches = await deps.db.transaction(async (db) => {
      await db.execute(sql`select pg_advisory_xact_lock(1)`);
      const search = async () =>
        await deps
          .searching()
          .db.execute(sql`select pg_advisory_lock_shared(1), pg_advisory_unlock_shared(1)`);
      const started = Array.from({ length: 12 }, search);
      const waiting = await eventually(
        () => waitingForLock(deps.context().db),
        (n) => n >= 3,
      );
      expect(waiting).toBe(3);
      return started;
    });
    expect(await Promise.all(searches)).toHaveLength(12);
  } finally {
    await world.close();
  }
});
