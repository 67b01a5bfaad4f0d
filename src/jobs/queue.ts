import { createPostgresBackend, type Processor, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type ConnectionLog, createConnectionLog } from '../connection-log';
import { describeError } from '../log';
import { type Pace, usualPace } from '../pace';
import { singleFlight } from '../single-flight';
import { withinTime } from '../time-limit';
import type { JobRequest } from './catalog';
import { type Handlers, processorFor } from './processor';

const queueName = 'banso';
/** BullMQ's tables live apart from ours. */
const postgresSchema = 'bullmq';
const sweepSchedule = 'sweep';

/**
 * A schedule whose next round is so many rounds ago has lost its job: it stands, but nothing would come of it. One whose
 * next round is so far ahead was moved there while its interval changed.
 */
const mostRoundsAway = 4;

/** How soon a worker looks again when its queue was away, in milliseconds; BullMQ would wait for 15 s. */
const runRetryDelay = 2000;

/** How long the queue may take to answer before it counts as away, in milliseconds. */
const answerMs = 2000;

/** How long the queue's own connection may take to close, in milliseconds. */
const closingQueueMs = 1000;

/** Of jobs that wait, those without a priority go first: the sweep doesn't stand behind a morning's deliveries. */
const priority = 1;

/** A host that vanished must not keep a slot for ever. In milliseconds; a worker's wait for jobs is no query. */
const postgresLimits = { keepAlive: true, connectionTimeoutMillis: 15_000, query_timeout: 15_000 };

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
  /**
   * Makes sure that the sweep comes round; call it again and again, as a queue may lose everything.
   * @throws when the queue doesn't answer in time; the log knows by then
   */
  keepSweeping(everyMs: number): Promise<void>;
  /** @throws when the queue can't be used, and won't be later; one that is merely away is waited for. */
  begin(): Promise<void>;
  /** Works as soon as the queue is there. What ends the work for good is told to `onFatal`. @throws as `begin` does */
  startWorker(
    handlers: Handlers,
    concurrency: number,
    onFatal: (error: unknown) => void,
  ): Promise<RunningWorker>;
  /** @throws when the queue doesn't answer in time. */
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
    | 'addBulk'
    | 'upsertJobScheduler'
    | 'getJobScheduler'
    | 'removeJobScheduler'
    | 'getJobCounts'
    | 'closing'
    | 'close'
    | 'disconnect'
    | 'waitUntilReady'
  >;
  worker(processor: Processor, concurrency: number): BackendWorker;
  /** Waits for the first contact where BullMQ never tries again after a failed one. */
  firstContact(connected: Pick<BackendWorker, 'waitUntilReady'>): Promise<unknown>;
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
  const { redisUrl, logger } = settings;
  const link = createConnectionLog(logger, 'queue');
  const backend = redisUrl === null ? onPostgres(settings, link) : onRedis(redisUrl, settings, link);
  return assemble(backend, settings, link);
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

function onPostgres({ databaseUrl, pace }: QueueSettings, link: ConnectionLog): Backend {
  const connection = {
    connectionString: databaseUrl,
    schema: postgresSchema,
    max: 4,
    ...postgresLimits,
  };
  const queue = new Queue(queueName, { connection, defaultJobOptions }, createPostgresBackend);
  queue.on('error', (error) => {
    // A pool has ended before its sockets have: a database that stops right after it still tells them.
    if (!queue.closing) link.lost(error);
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
    firstContact: (connected) => connected.waitUntilReady(),
    close: async () => {},
  };
}

function onRedis(url: string, { pace }: QueueSettings, link: ConnectionLog): Backend {
  // BullMQ waits for jobs with blocking commands, which must outlast a broken connection.
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', link.lost);
  const queue = new Queue(queueName, { connection, defaultJobOptions });
  queue.on('error', link.lost);
  return {
    queue,
    worker: (processor, concurrency) =>
      new Worker(queueName, processor, { connection, ...workerOptions(concurrency, pace) }),
    firstContact: async () => undefined,
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

function assemble(
  backend: Backend,
  { logger, pace: { closingMs } = usualPace }: QueueSettings,
  link: ConnectionLog,
): JobQueue {
  const { queue } = backend;
  const inTime = async (answer: Promise<unknown>) => {
    try {
      await withinTime(answerMs, 'queue', answer);
      link.back();
    } catch (error) {
      if (!queue.closing) link.lost(error);
      throw error;
    }
  };
  const count = singleFlight(() => queue.getJobCounts('waiting'));
  const schedule = singleFlight((everyMs: number) => scheduleSweep(queue, everyMs));
  return {
    add: async (requests) => {
      const bulk = requests.map(({ name, id: jobId, data, delayMs: delay }) => ({
        name,
        data,
        opts: { jobId, delay, priority },
      }));
      await queue.addBulk(bulk);
    },
    keepSweeping: (everyMs) => inTime(schedule(everyMs)),
    begin: async () => {
      await backend.firstContact(queue);
    },
    startWorker: async (handlers, concurrency, onFatal) => {
      const worker = backend.worker(processorFor(handlers, logger), concurrency);
      worker.on('error', (error) => {
        if (!worker.closing) link.lost(error);
      });
      await backend.firstContact(worker);
      const work = async () => {
        await worker.waitUntilReady();
        await worker.run();
      };
      work().catch((error: unknown) => {
        if (!worker.closing) onFatal(error);
      });
      return { close: () => closeInTime(worker, 'worker', closingMs, logger) };
    },
    ping: () => inTime(count()),
    close: async () => {
      await closeInTime(queue, 'queue', closingQueueMs, logger);
      await backend.close();
    },
  };
}

/**
 * Leaves a schedule that works as it is. Any other is removed before it is made anew: BullMQ would keep the old interval's
 * offset, and put each round that comes late as far ahead as that.
 */
async function scheduleSweep(queue: Backend['queue'], every: number): Promise<void> {
  const scheduled = await queue.getJobScheduler(sweepSchedule);
  const away = Math.abs((scheduled?.next ?? 0) - Date.now());
  if (scheduled?.every === every && away < mostRoundsAway * every) return;
  if (scheduled) await queue.removeJobScheduler(sweepSchedule);
  await queue.upsertJobScheduler(sweepSchedule, { every }, { name: 'sweep', data: {} });
}
