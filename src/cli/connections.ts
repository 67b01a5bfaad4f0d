import { LogLevel, WebClient } from '@slack/web-api';
import { Pool } from 'pg';
import type { Config } from '../config';
import { openDatabase } from '../db/client';
import { startEmbedded } from '../db/embedded';
import { migrateQueue, openQueue } from '../jobs/queue';
import { createLogger } from '../log';
import type { CliWorld } from './world';

/** How long a service may take to accept a connection, or Slack to answer. */
const TIMEOUT_MS = 10_000;

type Connections = Pick<
  CliWorld,
  'openDatabase' | 'openSlack' | 'checkAppToken' | 'migrateQueue' | 'pingQueue'
>;

/** The services that the settings name. */
export const connections: Connections = {
  async openDatabase({ databaseUrl }) {
    const embedded = databaseUrl === null ? await startEmbedded({ dataDir: '.data' }) : null;
    const url = databaseUrl ?? embedded?.url ?? '';
    const pool = new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: TIMEOUT_MS });
    // A server that goes away between two queries is told by the next one.
    pool.on('error', () => undefined);
    const close = async () => {
      await pool.end();
      await embedded?.stop();
    };
    return { db: openDatabase(pool), url, close };
  },
  openSlack: (config) => slackClient(config, config.slack.botToken),
  async checkAppToken(config) {
    const token = config.slack.mode === 'socket' ? config.slack.appToken : '';
    await slackClient(config, token).apps.connections.open({});
  },
  async migrateQueue({ redisUrl }, databaseUrl) {
    if (redisUrl === null) await migrateQueue(databaseUrl);
  },
  async pingQueue({ redisUrl }, databaseUrl) {
    const queue = openQueue({ redisUrl, databaseUrl, logger: createLogger('silent') });
    try {
      await within(TIMEOUT_MS, queue.ping());
    } finally {
      await within(TIMEOUT_MS, queue.close()).catch(() => undefined);
    }
  },
};

function slackClient({ slack }: Config, token: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    // What fails is told by the command.
    logLevel: LogLevel.ERROR,
  });
}

/** A queue waits for its service for ever; an operator doesn't. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
