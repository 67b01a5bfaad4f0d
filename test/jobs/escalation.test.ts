import { deliveriesOf, textOf } from '../support/lists';
import { describeOnEachQueue } from '../support/queues';
import { logContact } from '../usecases/log-contact';
import { startWorkingWorld, type WorkingWorld } from './working-world';

/** The worker shares a machine with other tests. */
const patienceMs = 15_000;

describeOnEachQueue('an escalation', (queue) => {
  let world: WorkingWorld;
  let learner: Awaited<ReturnType<WorkingWorld['records']['learner']>>;

  beforeEach(async () => {
    world = await startWorkingWorld({ queue, at: '2026-11-23T23:00:00Z' });
    learner = await world.records.learner(world.program, { name: '佐藤 花子', floorOn: '2026-11-24' });
  });
  afterEach(() => world.close());

  /** What stands in the digest's thread. */
  function replies() {
    const [digest] = world.slack.messages('C0TEAM');
    return digest ? world.slack.messages('C0TEAM', { threadTs: digest.ts }).slice(1) : [];
  }

  const isSent = async () =>
    (await deliveriesOf(world, 'escalation')).find(({ status }) => status === 'sent');

  const isGivenBack = async () =>
    (await deliveriesOf(world, 'escalation')).find(
      ({ status, failure }) => status === 'planned' && failure !== null,
    );

  async function atNoon(): Promise<void> {
    world.clock.set('2026-11-24T00:00:00Z');
    await world.slack.until(() => world.slack.messages('C0TEAM').length === 1);
    world.clock.set('2026-11-24T03:00:00Z');
  }

  test('comes into the digest’s thread by itself, and is ticked off', async () => {
    await atNoon();
    await world.slack.until(() => replies().length === 1);
    await world.eventually(isSent, patienceMs);
    await logContact(world, learner);
    await world.slack.until(() => textOf(replies()[0]).includes('~佐藤 花子~'));
    expect(replies()).toHaveLength(1);
  });

  test('stands there once although nobody knew whether it had been posted', async () => {
    const when = ({ thread_ts }: Record<string, unknown>) => thread_ts !== undefined;
    world.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'timeout',
      effect: 'after',
      connection: 'drop',
      times: 1,
      when,
    });
    await atNoon();
    await world.slack.until(() => replies().length === 1);
    await world.eventually(isGivenBack, patienceMs);
    world.clock.set('2026-11-24T03:02:00Z');
    await world.eventually(isSent, patienceMs);
    expect(replies()).toHaveLength(1);
  });

  test('of a channel that refuses it is told to the lead once', async () => {
    const when = ({ thread_ts }: Record<string, unknown>) => thread_ts !== undefined;
    world.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'is_archived', when });
    await atNoon();
    await world.slack.until(() => textOf(world.slack.dm('U0LEAD').at(-1)).includes('アーカイブ'));
    expect(await deliveriesOf(world, 'escalation')).toMatchObject([
      { status: 'failed', failure: 'is_archived' },
    ]);
  });
});
