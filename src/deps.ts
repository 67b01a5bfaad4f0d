import { LogLevel, WebClient } from '@slack/web-api';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Config, SlackConfig } from './config';
import { type Database, openDatabase } from './db/client';
import { type JobQueue, openQueue } from './jobs/queue';
import { createLogger, describeError } from './log';
import { createMetrics, type Metrics } from './metrics';
import { type Pace, usualPace } from './pace';
import { withinTime } from './time-limit';
import type { Context } from './usecases/context';

/** How long whoever is logging a contact waits for the queue, in milliseconds. The sweep makes up for it. */
const enqueueMs = 500;

/** Where the time comes from: the system's clock, or one that a practice workspace moves. */
export interface Clock {
  now(): Date;
}

const systemClock: Clock = { now: () => new Date() };

export interface Deps {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  clock: Clock;
  pace: Pace;
  db: Database;
  queue: JobQueue;
  /** For workers: it neither retries nor waits, since the deliveries decide. */
  slack: WebClient;
  /** A context of this instant. */
  context(): Context;
  ping: Record<'database' | 'queue', () => Promise<void>>;
  close(): Promise<void>;
}

/** A client that leaves all decisions about retries and rates to its caller. */
export function createSlackClient(
  { apiUrl }: SlackConfig,
  token: string,
  timeoutMs = usualPace.slackTimeoutMs,
): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    // What fails is told by the caller.
    logLevel: LogLevel.ERROR,
  });
}

export interface DepsInput {
  config: Config;
  databaseUrl: string;
  clock?: Clock;
  logger?: Logger;
  /** What isn't usual about the pace: tests are less patient. */
  pace?: Partial<Pace>;
}

/** The one place that constructs clients. Everything else receives what it needs. */
export function createDeps({ config, databaseUrl, ...given }: DepsInput): Deps {
  const logger = given.logger ?? createLogger(config.logLevel);
  const clock = given.clock ?? systemClock;
  const pace = { ...usualPace, ...given.pace };
  const pool = openPool(databaseUrl, logger);
  const db = openDatabase(pool);
  const queue = openQueue({ redisUrl: config.redisUrl, databaseUrl, logger, pace });
  const enqueue: Context['enqueue'] = async (jobs) => {
    try {
      await withinTime(enqueueMs, 'queue', queue.add(jobs));
    } catch (error) {
      logger.warn(describeError(error), 'jobs will be queued by the sweep');
    }
  };
  return {
    config,
    logger,
    metrics: createMetrics(),
    clock,
    pace,
    db,
    queue,
    slack: createSlackClient(config.slack, config.slack.botToken, pace.slackTimeoutMs),
    context: () => ({ db, now: clock.now(), enqueue }),
    ping: {
      database: async () => {
        await pool.query('select 1');
      },
      queue: () => queue.ping(),
    },
    close: async () => {
      await queue.close();
      await pool.end();
    },
  };
}

/** Connections to the database, which come back by themselves after it was away. */
export function openPool(connectionString: string, logger: Logger): Pool {
  const pool = new Pool({
    connectionString,
    max: 20,
    connectionTimeoutMillis: 2000,
    application_name: 'banso',
  });
  // A connection that breaks is replaced by the pool; unheard, the event would end the process.
  const onLost = (error: Error) => {
    if (!pool.ending) logger.warn(describeError(error), 'database: connection lost');
  };
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  return pool;
}
