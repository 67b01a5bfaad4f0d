import { openDatabase } from '../db/client';
import { startEmbedded } from '../db/embedded';
import { createSlackClient, openPool } from '../deps';
import { migrateQueue, openQueue } from '../jobs/queue';
import { createLogger } from '../log';
import { withinTime } from '../time-limit';
import type { CliWorld } from './world';

/** How long a service may take to answer: a queue itself would wait for ever. */
const TIMEOUT_MS = 10_000;

type Connections = Pick<
  CliWorld,
  'openDatabase' | 'openSlack' | 'checkAppToken' | 'migrateQueue' | 'pingQueue'
>;

/** The services that the settings name. */
export const connections: Connections = {
  async openDatabase({ databaseUrl }) {
    const embedded = databaseUrl === null ? await startEmbedded({ dataDir: '.data', share: true }) : null;
    const url = databaseUrl ?? embedded?.url ?? '';
    const pool = openPool(url, createLogger('silent'));
    const close = async () => {
      await pool.end();
      await embedded?.stop();
    };
    return { db: openDatabase(pool), url, close };
  },
  openSlack: ({ slack }) => createSlackClient(slack, slack.botToken),
  async checkAppToken({ slack }) {
    if (slack.mode === 'socket') await createSlackClient(slack, slack.appToken).apps.connections.open({});
  },
  async migrateQueue({ redisUrl }, databaseUrl) {
    if (redisUrl === null) await migrateQueue(databaseUrl);
  },
  async pingQueue({ redisUrl }, databaseUrl) {
    const queue = openQueue({ redisUrl, databaseUrl, logger: createLogger('silent') });
    try {
      await withinTime(TIMEOUT_MS, 'queue', queue.ping());
    } finally {
      await withinTime(TIMEOUT_MS, 'queue', queue.close()).catch(() => undefined);
    }
  },
};
