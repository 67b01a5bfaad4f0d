import { sql } from 'drizzle-orm';
import { Redis } from 'ioredis';
import { describeOnEachQueue, type TestQueue } from '../support/queues';
import { startWorld, type World, type WorldOptions } from '../support/world';
import { untilAsync } from './working-world';

const pace = { sweepEveryMs: 100, scheduleCheckMs: 100 };

describeOnEachQueue('the sweep', (queue) => {
  const worlds: World[] = [];

  async function start(options: WorldOptions = {}): Promise<World> {
    const world = await startWorld({ queue, roles: 'worker', pace, ...options });
    worlds.push(world);
    return world;
  }

  afterEach(async () => {
    for (const world of worlds.splice(0).reverse()) await world.close();
  });

  /** How many sweeps a world's worker has done. */
  async function sweeps({ deps }: World): Promise<number> {
    const { values } = await deps.metrics.sweepSeconds.get();
    return values.find(({ metricName }) => metricName === 'banso_sweep_seconds_count')?.value ?? 0;
  }

  async function goesOn(world: World): Promise<void> {
    const before = await sweeps(world);
    await untilAsync(async () => (await sweeps(world)) >= before + 3, 5000);
  }

  test('comes round again and again', async () => {
    await goesOn(await start());
  });

  test('goes on after the queue has lost everything', async () => {
    const world = await start();
    await goesOn(world);
    await forgetJobs(queue, world, { schedulesToo: true });
    await goesOn(world);
  });

  test('goes on after only its next job was lost', async () => {
    const world = await start();
    await goesOn(world);
    await forgetJobs(queue, world, { schedulesToo: false });
    await goesOn(world);
  });

  test('is not multiplied by many processes', async () => {
    const first = await start();
    const { databaseUrl } = first;
    const all = [
      first,
      await start({ databaseUrl }),
      await start({ databaseUrl }),
      await start({ databaseUrl }),
    ];
    const total = async () => (await Promise.all(all.map(sweeps))).reduce((sum, count) => sum + count, 0);
    const [before, began] = [await total(), Date.now()];
    await untilAsync(async () => (await total()) >= before + 20, 10_000);
    expect(Date.now() - began).toBeGreaterThan(10 * pace.sweepEveryMs);
  });

  test('takes up a changed interval', async () => {
    const slow = await start({ pace: { sweepEveryMs: 3_600_000, scheduleCheckMs: 3_600_000 } });
    await goesOn(await start({ databaseUrl: slow.databaseUrl }));
  });

  test('keeps nothing of an interval that it had before', async () => {
    // So long that any instant of it is far from its beginning.
    const ages = 10 ** 12;
    const slow = await start({ pace: { sweepEveryMs: ages, scheduleCheckMs: 3_600_000 } });
    const world = await start({ databaseUrl: slow.databaseUrl });
    await goesOn(world);
    await forgetJobs(queue, world, { schedulesToo: false });
    await goesOn(world);
  });

  test('goes on after its next round was put far ahead', async () => {
    const world = await start();
    await goesOn(world);
    await putAhead(queue, world, 3_600_000);
    await goesOn(world);
  });
});

/** Moves the next round, as two processes can that have different intervals and come in each other's way. */
async function putAhead(queue: TestQueue, { deps }: World, ms: number): Promise<void> {
  if (queue.name === 'postgres') {
    await deps.db.execute(sql`update bullmq.scheduler set next_run_ms = next_run_ms + ${ms}`);
    return;
  }
  const redis = new Redis(queue.redisUrl);
  await redis.zincrby('bull:banso:repeat', ms, 'sweep');
  redis.disconnect();
}

/** Takes away what the queue holds behind everybody's back. */
async function forgetJobs(
  queue: TestQueue,
  { deps }: World,
  { schedulesToo }: { schedulesToo: boolean },
): Promise<void> {
  if (queue.name === 'postgres') {
    await deps.db.execute(sql`delete from bullmq.job`);
    if (schedulesToo) await deps.db.execute(sql`delete from bullmq.scheduler`);
    return;
  }
  const redis = new Redis(queue.redisUrl);
  if (schedulesToo) await redis.flushdb();
  else await redis.del('bull:banso:delayed', 'bull:banso:wait', 'bull:banso:marker');
  redis.disconnect();
}
