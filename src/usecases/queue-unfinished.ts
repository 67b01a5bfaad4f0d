import { pendingDeliveries, staleDeliveries } from '../db/deliveries';
import { staleHomes } from '../db/homes';
import { pendingImports } from '../db/imports';
import { unfinishedRestatements } from '../db/restatements';
import { deliverJob, homeJob, importJob, refreshJob, restateJob } from '../jobs/catalog';
import { importInstants } from './claim-import';
import type { Context } from './context';

/**
 * Queues whatever was planned or claimed but not finished, lists and Homes that don't show everything yet, and programs
 * whose due days aren't all worked out. What is queued already stays one job, as it has the same id. So a lost queue, a
 * crash or an outage loses nothing.
 * Returns since when the oldest due delivery has been waiting; null: none is due.
 */
export async function queueUnfinished(context: Context, limit: number): Promise<Date | null> {
  const pending = await pendingDeliveries(context.db, context.now, limit);
  const stale = await staleDeliveries(context.db, limit);
  const homes = await staleHomes(context.db, limit);
  const restatements = await unfinishedRestatements(context.db, limit);
  const imports = await pendingImports(context.db, importInstants(context.now), limit);
  const jobs = [
    ...imports.map(({ id, attempts }) => importJob(id, attempts)),
    ...pending.map(({ id, attempts }) => deliverJob(id, attempts)),
    ...stale.map(({ id, shownRevision }) => refreshJob(id, shownRevision)),
    ...homes.map((home) => homeJob(home, home.shownRevision)),
    ...restatements.map((it) => restateJob(it, it)),
  ];
  if (jobs.length > 0) await context.enqueue(jobs);
  return pending[0]?.runAt ?? null;
}
