import { textOf } from '../support/lists';
import { describeOnEachQueue } from '../support/queues';
import { logContact } from '../usecases/log-contact';
import { startWorkingWorld, type WorkingWorld } from './working-world';

describeOnEachQueue('messages to a care team', (queue) => {
  let world: WorkingWorld;
  beforeAll(async () => {
    world = await startWorkingWorld({ queue });
  });
  afterAll(() => world.close());

  const told = (count: number) =>
    world.slack.until(() => {
      const messages = world.slack.dm('U0MENT');
      return messages.length >= count ? messages.map(textOf) : undefined;
    });

  test('go out at once where it is urgent, else when their hour has come, each once', async () => {
    const learner = await world.records.learner(world.program, { name: '佐藤 花子' });
    await world.records.careTeam(learner, 'mentor', 'U0MENT');
    await logContact(world, learner, { flaggedFor: ['mentor'], note: 'あとで' });
    await logContact(world, learner, { flaggedFor: ['mentor'], urgent: true, note: 'いますぐ' });
    expect(await told(1)).toEqual([expect.stringContaining('いますぐ')]);
    world.clock.set('2026-11-25T00:00:00Z');
    expect(await told(2)).toEqual([expect.any(String), expect.stringContaining('あとで')]);
  });
});
