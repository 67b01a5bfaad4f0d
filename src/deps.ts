import { LogLevel, WebClient } from '@slack/web-api';
import { Pool, type PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { Config, SlackConfig } from './config';
import { createConnectionLog } from './connection-log';
import { type Database, openDatabase } from './db/client';
import { type JobQueue, openQueue } from './jobs/queue';
import { createLogger, describeError } from './log';
import { createMetrics, type Metrics } from './metrics';
import { jobsAtOnce, type Pace, usualPace } from './pace';
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
  /** The same for searches, which have connections of their own: many at once leave the others to whoever logs a contact. */
  searching(): Context;
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
  /** Where connections to the database come from. Default: each service opens its own. */
  connect?: typeof openPool;
}

/** The one place that constructs clients. Everything else receives what it needs. */
export function createDeps({ config, databaseUrl, ...given }: DepsInput): Deps {
  const logger = given.logger ?? createLogger(config.logLevel);
  const clock = given.clock ?? systemClock;
  const pace = { ...usualPace, ...given.pace };
  const connect = given.connect ?? openPool;
  const pool = connect(databaseUrl, logger, serviceLimits(config));
  const db = openDatabase(pool);
  const searchPool = connect(databaseUrl, logger, searchLimits);
  const searchDb = openDatabase(searchPool);
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
    searching: () => ({ db: searchDb, now: clock.now(), enqueue }),
    ping: {
      database: async () => {
        await pool.query('select 1');
      },
      queue: () => queue.ping(),
    },
    close: async () => {
      await queue.close();
      await Promise.all([pool.end(), searchPool.end()]);
    },
  };
}

/** An end to waiting for a database that doesn't answer. */
const timeLimits: PoolConfig = {
  statement_timeout: 10_000,
  // Longer than the server's own: this one is for a host that vanished.
  query_timeout: 15_000,
  idle_in_transaction_session_timeout: 60_000,
};

/** As many connections as the roles can use. */
function serviceLimits({ roles }: Config): PoolConfig {
  const connections = { bot: 10, worker: jobsAtOnce + 2 };
  return { ...timeLimits, max: roles.reduce((sum, role) => sum + connections[role], 0) };
}

/** A search is work for the database's processors alone: many at a time would only hold each other up. */
const searchLimits: PoolConfig = { ...timeLimits, max: 3 };

/**
 * Connections to the database, which come back by themselves after it was away. Statements may take as long
 * as they like unless `limits` says otherwise: a whole roster is one of them.
 */
export function openPool(connectionString: string, logger: Logger, limits: PoolConfig = {}): Pool {
  const pool = new Pool({
    connectionString,
    connectionTimeoutMillis: 2000,
    keepAlive: true,
    application_name: 'banso',
    ...limits,
  });
  const link = createConnectionLog(logger, 'database');
  // A connection that breaks is replaced by the pool; unheard, the event would end the process.
  const onLost = (error: Error) => {
    if (!pool.ending) link.lost(error);
  };
  pool.on('error', onLost);
  pool.on('connect', (client) => {
    client.on('error', onLost);
    link.back();
  });
  return pool;
}
