import { sweep } from '../../src/jobs/handlers/sweep';
import { deliveriesOf } from '../support/lists';
import { startWorld, type World } from '../support/world';

let world: World;

beforeEach(async () => {
  world = await startWorld();
  const program = await world.records.program();
  await world.records.learner(program, { companionId: 'U0AOI' });
});
afterEach(() => world.close());

/** Sweeps while these calls for a context fail: the second is that of the digests, the third of the reminders. */
function sweepFailing(...failing: number[]): Promise<void> {
  const { deps } = world;
  let calls = 0;
  const context = () => {
    calls += 1;
    if (failing.includes(calls)) throw new Error(`call ${calls} failed`);
    return deps.context();
  };
  const { logger, metrics, slack } = deps;
  return sweep({ context, logger, metrics, slackFor: async () => slack });
}

test('digests that cannot be planned keep no reminder from being planned', async () => {
  await expect(sweepFailing(2)).rejects.toThrow('call 2 failed');
  expect(await deliveriesOf(world, 'digest')).toEqual([]);
  expect(await deliveriesOf(world, 'reminder')).toHaveLength(1);
});

test('several failures are told as one, and such a sweep does not count', async () => {
  await expect(sweepFailing(2, 3)).rejects.toThrow(/call 2 failed.*; .*call 3 failed/);
  const { values } = await world.deps.metrics.sweepSeconds.get();
  expect(values.filter(({ metricName, value }) => metricName?.endsWith('_count') && value > 0)).toEqual([]);
});
