import { Redis } from 'ioredis';

/** A queue backend that a suite runs on. */
export type TestQueue = { name: 'postgres' } | { name: 'redis'; redisUrl: string };

/** The backends at hand: Postgres always, Redis when the machine has one (global-setup says when not). */
export function availableQueues(): TestQueue[] {
  const redisUrl = process.env.TEST_REDIS_URL;
  const postgres: TestQueue = { name: 'postgres' };
  return redisUrl ? [postgres, { name: 'redis', redisUrl: ownDatabase(redisUrl) }] : [postgres];
}

/** Test files that run at the same time must not take each other's jobs. */
function ownDatabase(redisUrl: string): string {
  return `${redisUrl}/${process.env.JEST_WORKER_ID ?? 0}`;
}

/** Declares a suite once per queue backend at hand: "<name> on postgres", "<name> on redis". */
export function describeOnEachQueue(name: string, suite: (queue: TestQueue) => void): void {
  for (const queue of availableQueues()) {
    describe(`${name} on ${queue.name}`, () => {
      beforeAll(() => emptyQueue(queue));
      suite(queue);
    });
  }
}

/** Takes all jobs out of a queue. The one in Postgres goes with its database. */
export async function emptyQueue(queue: TestQueue): Promise<void> {
  if (queue.name === 'postgres') return;
  const redis = new Redis(queue.redisUrl);
  await redis.flushdb();
  redis.disconnect();
}
