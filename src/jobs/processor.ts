import { DelayedError, type Job, type Processor } from 'bullmq';
import type { Logger } from 'pino';
import { describeError, withoutPrivateText } from '../log';
import { type JobData, type JobName, jobs } from './catalog';

/** One handler per job of the catalogue; the compiler finds the missing one. */
export type Handlers = { [N in JobName]: (data: JobData<N>) => Promise<void> };

/** Thrown by a handler that wants the same job again after a while, such as Slack's Retry-After. */
export class RunAgainLater extends Error {
  constructor(readonly afterMs: number) {
    super(`run again in ${afterMs} ms`);
    this.name = 'RunAgainLater';
  }
}

/**
 * Runs a job's handler with its payload checked. A failed job isn't tried again by the queue: the sweep finds
 * what is unfinished in our own tables.
 */
export function processorFor(handlers: Handlers, logger: Logger): Processor {
  return async (job, token) => {
    try {
      await runHandler(handlers, job);
    } catch (error) {
      if (error instanceof RunAgainLater) {
        await job.moveToDelayed(Date.now() + error.afterMs, token);
        throw new DelayedError();
      }
      const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
      for (const one of errors)
        logger.error({ job: job.name, id: job.id, ...describeError(one) }, 'job failed');
      throw withoutPrivateText(error);
    }
  };
}

async function runHandler(handlers: Handlers, job: Job): Promise<void> {
  const name = job.name;
  if (!isJobName(name)) throw new Error(`job ${job.id}: name: ${name} isn't in the catalogue`);
  await run(handlers, name, job.data);
}

function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}

async function run<N extends JobName>(handlers: Handlers, name: N, payload: unknown): Promise<void> {
  await handlers[name](jobs[name].parse(payload) as JobData<N>);
}
