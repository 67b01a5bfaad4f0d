import type { Database, Queryable } from '../db/client';
import { limitLockWait } from '../db/lock-wait';
import { sqlStateOf } from '../db/sql-state';
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
  /**
   * How long a transaction waits for each lock that another one holds, in milliseconds. Without it, as long as it
   * takes: only where somebody waits for the answer, it is better to fail than to keep a connection from others.
   */
  lockWaitMs?: number;
}

/** A transaction that collects the jobs to queue once it is committed. */
export interface Unit {
  db: Queryable;
  now: Date;
  jobs: JobRequest[];
}

/** Deadlock, and a change that came between: PostgreSQL asks to run the transaction once more. */
const worthAnotherRun: readonly (string | null)[] = ['40P01', '40001'];

const maxRuns = 3;

/**
 * Runs one use case's work as one transaction, then queues its jobs. The work runs again, up to twice, when
 * PostgreSQL gave it up for the sake of another transaction, so it changes nothing but the database and its unit.
 */
export async function transact<T>(context: Context, work: (unit: Unit) => Promise<T>): Promise<T> {
  for (let run = 1; ; run += 1) {
    const jobs: JobRequest[] = [];
    try {
      const result = await context.db.transaction(async (db) => {
        if (context.lockWaitMs !== undefined) await limitLockWait(db, context.lockWaitMs);
        return work({ db, now: context.now, jobs });
      });
      if (jobs.length > 0) await context.enqueue(jobs);
      return result;
    } catch (error) {
      // A deadlock's victim has written nothing, so running it again is exact.
      if (run === maxRuns || !worthAnotherRun.includes(sqlStateOf(error))) throw error;
    }
  }
}
