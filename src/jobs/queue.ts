import { createPostgresBackend, type Processor, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { describeError } from '../log';
import { type Pace, usualPace } from '../pace';
import { withinTime } from '../time-limit';
import type { JobRequest } from './catalog';
import { type Handlers, processorFor } from './processor';

const queueName = 'banso';
/** BullMQ's tables live apart from ours. */
const postgresSchema = 'bullmq';
const sweepSchedule = 'sweep';

/** A schedule that is late by so many rounds has lost its next job: it stands, but nothing would come of it. */
const lostAfterRounds = 4;

/** How soon a worker looks again when its queue was away, in milliseconds; BullMQ would wait for 15 s. */
const runRetryDelay = 2000;

/** How long the queue may take to say that it is there, in milliseconds. */
const pingMs = 2000;

/** How long the queue's own connection may take to close, in milliseconds. */
const closingQueueMs = 1000;

/** A finished job is forgotten: what is to be done, and what was, stands in our own tables. */
const defaultJobOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

export interface QueueSettings {
  /** Null: the queue lives in Postgres. */
  redisUrl: string | null;
  databaseUrl: string;
  logger: Logger;
  /** Default: the usual one. */
  pace?: Pick<Pace, 'jobLockMs' | 'closingMs'>;
}

/** The queue as the rest of the code sees it; only this file knows what it runs on. */
export interface JobQueue {
  /** @throws when the queue is away. */
  add(requests: readonly JobRequest[]): Promise<void>;
  /** Makes sure that the sweep comes round; call it again and again, as a queue may lose everything. */
  keepSweeping(everyMs: number): Promise<void>;
  startWorker(handlers: Handlers, concurrency: number): Promise<RunningWorker>;
  /** @throws when the queue doesn't answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface RunningWorker {
  /** Takes no more jobs and waits for those that run. */
  close(): Promise<void>;
}

/** What BullMQ's classes are to us, on either backend. */
interface Backend {
  queue: Pick<
    Queue,
    'addBulk' | 'upsertJobScheduler' | 'getJobScheduler' | 'getJobCounts' | 'close' | 'disconnect'
  >;
  worker(processor: Processor, concurrency: number): BackendWorker;
  close(): Promise<void>;
}

interface BackendWorker {
  /** Set once it is being closed. */
  closing: Promise<void> | undefined;
  on(event: 'error', listener: (error: Error) => void): unknown;
  run(): Promise<void>;
  close(): Promise<void>;
  disconnect(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
}

export function openQueue(settings: QueueSettings): JobQueue {
  const { redisUrl } = settings;
  return assemble(redisUrl === null ? onPostgres(settings) : onRedis(redisUrl, settings), settings);
}

/** Creates or upgrades BullMQ's tables in Postgres. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const connection = { connectionString: databaseUrl, schema: postgresSchema, migrate: true, max: 2 };
  const queue = new Queue(queueName, { connection }, createPostgresBackend);
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
}

function onPostgres({ databaseUrl, logger, pace }: QueueSettings): Backend {
  const connection = { connectionString: databaseUrl, schema: postgresSchema, max: 4 };
  const queue = new Queue(queueName, { connection, defaultJobOptions }, createPostgresBackend);
  queue.on('error', (error) => {
    // A pool has ended before its sockets have: a database that stops right after it still tells them.
    if (!queue.closing) logger.warn(describeError(error), 'queue: connection');
  });
  return {
    queue,
    worker: (processor, concurrency) =>
      new Worker(
        queueName,
        processor,
        { connection, ...workerOptions(concurrency, pace) },
        createPostgresBackend,
      ),
    close: async () => {},
  };
}

function onRedis(url: string, { logger, pace }: QueueSettings): Backend {
  // BullMQ waits for jobs with blocking commands, which must outlast a broken connection.
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', (error) => logger.warn(describeError(error), 'queue: connection'));
  const queue = new Queue(queueName, { connection, defaultJobOptions });
  queue.on('error', (error) => logger.warn(describeError(error), 'queue: connection'));
  return {
    queue,
    worker: (processor, concurrency) =>
      new Worker(queueName, processor, { connection, ...workerOptions(concurrency, pace) }),
    close: async () => connection.disconnect(),
  };
}

/** Closes, or at least hangs up: BullMQ may wait for ever for a Redis that went away. */
async function closeInTime(
  connected: Pick<BackendWorker, 'close' | 'disconnect'>,
  what: string,
  ms: number,
  logger: Logger,
): Promise<void> {
  try {
    await withinTime(ms, what, connected.close());
  } catch (error) {
    logger.warn(describeError(error), `${what}: closed without an answer`);
    connected.disconnect().catch(() => undefined);
  }
}

function workerOptions(concurrency: number, { jobLockMs }: Pick<Pace, 'jobLockMs'> = usualPace) {
  return {
    concurrency,
    autorun: false,
    runRetryDelay,
    lockDuration: jobLockMs,
    stalledInterval: jobLockMs,
  };
}

function assemble(backend: Backend, { logger, pace: { closingMs } = usualPace }: QueueSettings): JobQueue {
  const { queue } = backend;
  return {
    add: async (requests) => {
      const bulk = requests.map(({ name, id: jobId, data, delayMs: delay }) => ({
        name,
        data,
        opts: { jobId, delay },
      }));
      await queue.addBulk(bulk);
    },
    keepSweeping: async (every) => {
      const scheduled = await queue.getJobScheduler(sweepSchedule);
      const lostAt = (scheduled?.next ?? 0) + lostAfterRounds * every;
      if (scheduled?.every === every && lostAt > Date.now()) return;
      await queue.upsertJobScheduler(sweepSchedule, { every }, { name: 'sweep', data: {} });
    },
    startWorker: async (handlers, concurrency) => {
      const worker = backend.worker(processorFor(handlers, logger), concurrency);
      worker.on('error', (error) => {
        if (!worker.closing) logger.warn(describeError(error), 'worker: connection');
      });
      await worker.waitUntilReady();
      worker.run().catch((error: unknown) => logger.error(describeError(error), 'worker: stopped'));
      return { close: () => closeInTime(worker, 'worker', closingMs, logger) };
    },
    ping: async () => {
      await withinTime(pingMs, 'queue', queue.getJobCounts('waiting'));
    },
    close: async () => {
      await closeInTime(queue, 'queue', closingQueueMs, logger);
      await backend.close();
    },
  };
}
