import { sqlStateOf } from '../../db/sql-state';
import { restateBatch } from '../../usecases/restate-program';
import type { JobData } from '../catalog';
import { RunAgainLater } from '../processor';
import type { JobDeps } from './deps';

/** PostgreSQL's code for a lock that took too long. */
const lockNotAvailable = '55P03';

/** How soon a batch is tried again that would have waited for somebody, in milliseconds. */
const againMs = 1000;

/** Works out the next batch of a program's due days. Whoever is at one of its learners goes first. */
export async function restate({ context }: JobDeps, program: JobData<'restate'>): Promise<void> {
  try {
    await restateBatch(context(), program);
  } catch (error) {
    if (sqlStateOf(error) === lockNotAvailable) throw new RunAgainLater(againMs);
    throw error;
  }
}
