import { sql } from 'drizzle-orm';
import type { Queryable } from './client';

/**
 * Bounds how long this transaction waits for each lock that another one holds, in milliseconds. A statement that
 * would wait longer fails with SQLSTATE 55P03.
 */
export async function limitLockWait(transaction: Queryable, ms: number): Promise<void> {
  await transaction.execute(sql`select set_config('lock_timeout', ${String(ms)}, true)`);
}
