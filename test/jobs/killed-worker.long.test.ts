import { setTimeout as later } from 'node:timers/promises';
import { leaseMs } from '../../src/usecases/claim-delivery';
import { describeOnEachQueue } from '../support/queues';
import type { World } from '../support/world';
import { atPost, countWith, notOnce, startFifty } from './fifty-deliveries';
import { startWorkerChild } from './worker-child';
import { untilAsync } from './working-world';

const kills = 4;
/** Stands in the test's name, so that it is known whatever goes wrong; SEED repeats a run. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6));

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describeOnEachQueue('a worker that is killed', (queue) => {
  let world: World;

  beforeEach(async () => {
    world = await startFifty({ queue });
    world.slack.faults.add({ method: 'chat.postMessage', kind: 'slow', ms: 10 });
  });
  afterEach(() => world.close());

  /** Lets a worker run until about its nth post, then ends it at once; the next one starts after its lease. */
  async function killAt(nth: number, afterMs: number): Promise<void> {
    const worker = await startWorkerChild(world);
    const reached = new Promise<void>((resolve) => atPost(world, nth, resolve));
    await reached;
    await later(afterMs);
    await worker.end('SIGKILL');
    world.clock.advance(leaseMs + 10_000);
  }

  test(`at random points (SEED=${seed}), again and again, leaves each of 50 deliveries posted exactly once`, async () => {
    const random = numbersFrom(seed);
    for (let n = 0; n < kills; n += 1) await killAt(1 + Math.floor(random() * 10), random() * 12);
    const worker = await startWorkerChild(world);
    await untilAsync(async () => (await countWith(world, 'sent')) === 50, 10_000);
    const exit = await worker.end('SIGTERM');
    expect({ exit, notOnce: notOnce(world) }).toEqual({ exit: 0, notOnce: {} });
  }, 40_000);
});
