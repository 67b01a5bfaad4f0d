import type { Database, Queryable } from '../db/client';
import type { JobRequest } from '../jobs/catalog';

/** What every use case is given. */
export interface Context {
  db: Database;
  /** The instant at which it happens. */
  now: Date;
  /**
   * Queues jobs. Never throws: what can't be queued now stands in `deliveries`, and the sweep queues it
   * as soon as the queue is back.
   */
  enqueue(jobs: readonly JobRequest[]): Promise<void>;
}

/** A transaction that collects the jobs to queue once it is committed. */
export interface Unit {
  db: Queryable;
  now: Date;
  jobs: JobRequest[];
}

/** Runs one use case's work as one transaction, then queues its jobs. */
export async function transact<T>(context: Context, work: (unit: Unit) => Promise<T>): Promise<T> {
  const jobs: JobRequest[] = [];
  const result = await context.db.transaction((db) => work({ db, now: context.now, jobs }));
  if (jobs.length > 0) await context.enqueue(jobs);
  return result;
}
