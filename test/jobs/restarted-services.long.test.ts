import { sql } from 'drizzle-orm';
import { Redis } from 'ioredis';
import { migrate } from '../../src/db/migrate';
import { migrateQueue } from '../../src/jobs/queue';
import { leaseMs } from '../../src/usecases/claim-delivery';
import { type OwnRedis, type OwnServer, startOwnPostgres, startOwnRedis } from '../support/own-servers';
import { availableQueues } from '../support/queues';
import type { World } from '../support/world';
import { atPost, countWith, notOnce, startFifty } from './fifty-deliveries';
import { startWorkerChild, type WorkerChild } from './worker-child';
import { untilAsync } from './working-world';

let world: World;
let worker: WorkerChild;

/** Runs a worker over fifty deliveries, with a mishap at the tenth post; the worker must live through it. */
async function withMishapAtTenthPost(mishap: () => Promise<void>): Promise<void> {
  world.slack.faults.add({ method: 'chat.postMessage', kind: 'slow', ms: 15 });
  const reached = new Promise<void>((resolve) => atPost(world, 10, resolve));
  worker = await startWorkerChild(world);
  await reached;
  await mishap();
  await untilAsync(async () => (await countWith(world, 'sent')) === 50, 15_000);
}

/** Waits until nothing runs and only claims whose record was lost are left, and lets their lease end. */
async function endLostLeases(): Promise<void> {
  const running = sql`select 1 from bullmq.job where name = 'deliver' and state = 'active'`;
  await untilAsync(async () => {
    const planned = await countWith(world, 'planned');
    return planned === 0 && (await world.deps.db.execute(running)).rows.length === 0;
  }, 20_000);
  for (const clock of [world.clock, worker]) clock.advance(leaseMs);
}

async function expectRight(): Promise<void> {
  expect({ alive: worker.alive(), notOnce: notOnce(world) }).toEqual({ alive: true, notOnce: {} });
  expect(await worker.end('SIGTERM')).toBe(0);
}

describe('a Postgres that restarts', () => {
  let postgres: OwnServer;

  beforeAll(async () => {
    postgres = await startOwnPostgres();
    await migrate(postgres.url);
    await migrateQueue(postgres.url);
    world = await startFifty({ databaseUrl: postgres.url });
  });
  afterAll(async () => {
    await worker.end('SIGKILL');
    await world.close();
    await postgres.stop();
  });

  test('in the middle of 50 deliveries: the worker lives on, and each is posted exactly once', async () => {
    await withMishapAtTenthPost(async () => {
      await postgres.restart();
      await endLostLeases();
    });
    await expectRight();
  }, 40_000);
});

const redisAtHand = availableQueues().some(({ name }) => name === 'redis');

if (redisAtHand)
  describe('a Redis', () => {
    let redis: OwnRedis | null;

    beforeEach(async () => {
      redis = await startOwnRedis();
      world = await startFifty({ queue: { name: 'redis', redisUrl: redis?.url ?? '' } });
    });
    afterEach(async () => {
      await worker.end('SIGKILL');
      await world.close();
      await redis?.stop();
    });

    test('that is flushed in the middle of 50 deliveries: each is posted exactly once, and sweeps go on', async () => {
      await withMishapAtTenthPost(async () => redis?.flushAll());
      const client = new Redis(redis?.url ?? '');
      expect(await client.zcard('bull:banso:repeat')).toBe(1);
      client.disconnect();
      await expectRight();
    }, 40_000);

    test('that restarts in the middle of 50 deliveries: the worker lives on, and each is posted exactly once', async () => {
      await withMishapAtTenthPost(async () => redis?.restart());
      await expectRight();
    }, 40_000);

    test('that is away does not keep a worker from ending in time', async () => {
      worker = await startWorkerChild(world, { closingMs: 1500 });
      await untilAsync(async () => (await countWith(world, 'sent')) === 50, 10_000);
      await redis?.pause();
      const asked = Date.now();
      expect(await worker.end('SIGTERM')).toBe(0);
      expect(Date.now() - asked).toBeLessThan(10_000);
      await redis?.resume();
      await untilAsync(
        () =>
          world.deps.ping.queue().then(
            () => true,
            () => false,
          ),
        10_000,
      );
    }, 40_000);
  });
