import { sql } from 'drizzle-orm';
import pino from 'pino';
import { openDatabase, type Queryable } from '../src/db/client';
import { openPool } from '../src/deps';
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
