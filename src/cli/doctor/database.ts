import { sql } from 'drizzle-orm';
import type { Config } from '../../config';
import type { Queryable } from '../../db/client';
import { pendingMigrations } from '../../db/migrations';
import { reasonOf } from '../reason';
import type { CliWorld } from '../world';
import { type Finding, fine, wrong } from './finding';

/** Whether it answers, what it is, and whether it has the present schema. */
export async function checkDatabase(db: Queryable): Promise<Finding[]> {
  try {
    const { rows } = await db.execute(sql`select current_setting('server_version') as version`);
    const pending = await pendingMigrations(db);
    const answers = fine(`database: PostgreSQL ${String(rows[0]?.version)} answers`);
    return pending.length > 0
      ? [answers, wrong(`database: ${pending.join(', ')} not applied`, 'run "banso migrate"')]
      : [answers, fine('database: its schema is up to date')];
  } catch (error) {
    return [unreachable(error)];
  }
}

export function unreachable(error: unknown): Finding {
  return wrong(`database: ${reasonOf(error)}`, 'check DATABASE_URL, and that this PostgreSQL runs');
}

export async function checkQueue(world: CliWorld, config: Config, databaseUrl: string): Promise<Finding[]> {
  const place = config.redisUrl === null ? 'Postgres' : 'Redis';
  try {
    await world.pingQueue(config, databaseUrl);
    return [fine(`queue: ${place} answers`)];
  } catch (error) {
    const remedy =
      config.redisUrl === null ? 'run "banso migrate"' : 'check REDIS_URL, and that this Redis runs';
    return [wrong(`queue: ${place}: ${reasonOf(error)}`, remedy)];
  }
}
