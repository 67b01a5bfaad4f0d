import { pendingDeliveries, staleDeliveries } from '../db/deliveries';
import { staleHomes } from '../db/homes';
import { deliverJob, homeJob, refreshJob } from '../jobs/catalog';
import type { Context } from './context';

/**
 * Queues whatever was planned or claimed but not finished, and lists and Homes that don't show everything yet. What is
 * queued already stays one job, as it has the same id. So a lost queue, a crash or an outage loses nothing.
 * Returns since when the oldest due delivery has been waiting; null: none is due.
 */
export async function queueUnfinished(context: Context, limit: number): Promise<Date | null> {
  const pending = await pendingDeliveries(context.db, context.now, limit);
  const stale = await staleDeliveries(context.db, limit);
  const homes = await staleHomes(context.db, limit);
  const jobs = [
    ...pending.map(({ id, attempts }) => deliverJob(id, attempts)),
    ...stale.map(({ id, shownRevision }) => refreshJob(id, shownRevision)),
    ...homes.map((home) => homeJob(home, home.shownRevision)),
  ];
  if (jobs.length > 0) await context.enqueue(jobs);
  return pending[0]?.runAt ?? null;
}
