import { sql } from 'drizzle-orm';
import type { Queryable } from '../../src/db/client';
import { eventually } from './eventually';

/** Waits until some transaction waits for a row that another one holds. */
export async function somebodyWaits(db: Queryable): Promise<void> {
  const waiting = async () => {
    const { rows } = await db.execute(
      sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length;
  };
  expect(await eventually(waiting, (count) => count > 0)).toBe(1);
}
