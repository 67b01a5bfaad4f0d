/** A queue backend that a suite runs on. */
export type TestQueue = { name: 'postgres' } | { name: 'redis'; redisUrl: string };

/** The backends at hand: Postgres always, Redis when the machine has one (global-setup says when not). */
export function availableQueues(): TestQueue[] {
  const redisUrl = process.env.TEST_REDIS_URL;
  const postgres: TestQueue = { name: 'postgres' };
  return redisUrl ? [postgres, { name: 'redis', redisUrl }] : [postgres];
}

/** Declares a suite once per queue backend at hand: "<name> on postgres", "<name> on redis". */
export function describeOnEachQueue(name: string, suite: (queue: TestQueue) => void): void {
  for (const queue of availableQueues()) {
    describe(`${name} on ${queue.name}`, () => suite(queue));
  }
}
