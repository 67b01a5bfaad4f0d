import { describeOnEachQueue } from '../support/queues';
import type { World } from '../support/world';
import { countWith, notOnce, startFifty } from './fifty-deliveries';
import { startWorkerChild } from './worker-child';
import { untilAsync } from './working-world';

describeOnEachQueue('a worker that is asked to end', (queue) => {
  let world: World;

  beforeEach(async () => {
    world = await startFifty({ queue });
  });
  afterEach(() => world.close());

  test('finishes what it has begun, leaves nothing claimed, and another one does the rest', async () => {
    const begun = new Set<unknown>();
    const when = ({ channel }: Record<string, unknown>) => {
      begun.add(channel);
      return true;
    };
    world.slack.faults.add({ method: 'chat.postMessage', kind: 'slow', ms: 700, when });
    const worker = await startWorkerChild(world);
    await world.slack.until(() => begun.size >= 8);
    const asked = Date.now();
    expect(await worker.end('SIGTERM')).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    const sent = await countWith(world, 'sent');
    expect(sent).toBe(begun.size);
    expect(await countWith(world, 'planned')).toBe(50 - sent);

    world.slack.faults.clear();
    const next = await startWorkerChild(world);
    await untilAsync(async () => (await countWith(world, 'sent')) === 50, 10_000);
    expect(await next.end('SIGTERM')).toBe(0);
    expect(notOnce(world)).toEqual({});
  });
});
