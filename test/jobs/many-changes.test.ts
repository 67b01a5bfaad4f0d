import { deliveriesOf, digestText, reminderText, textOf, updatesOf } from '../support/lists';
import { describeOnEachQueue } from '../support/queues';
import { logContact } from '../usecases/log-contact';
import { startWorkingWorld, type WorkingWorld } from './working-world';

describeOnEachQueue('many changes of a posted list', (queue) => {
  let world: WorkingWorld;

  beforeEach(async () => {
    world = await startWorkingWorld({ queue, at: '2026-11-23T23:00:00Z' });
  });
  afterEach(() => world.close());

  async function learners(count: number) {
    const all = [];
    for (let n = 0; n < count; n += 1) {
      const name = `受講生 ${String(n).padStart(3, '0')}`;
      all.push(await world.records.learner(world.program, { name, companionId: 'U0AOI' }));
    }
    return all;
  }

  /** All texts of U0AOI's reminder: the message, then the pages in its thread. */
  function reminderPages(): string[] {
    const [root] = world.slack.dm('U0AOI');
    const channel = world.slack
      .channels()
      .find(({ kind, members }) => kind === 'im' && members.includes('U0AOI'));
    return channel && root
      ? world.slack.messages(channel.id, { threadTs: root.ts }).map((message) => textOf(message))
      : [];
  }

  const ticked = (text: string) => text.match(/~受講生 \d{3}~/g)?.length ?? 0;

  test('are gathered into few drawings, page and count alike, and the last state is shown', async () => {
    const all = await learners(45);
    world.clock.set('2026-11-24T00:00:00Z');
    await world.posted('C0TEAM');
    await world.slack.until(() => reminderPages().length === 3);
    const begunAt = Date.now();
    for (let from = 0; from < 40; from += 10) {
      await Promise.all(all.slice(from, from + 10).map((learner) => logContact(world, learner)));
    }
    await world.slack.until(() => ticked(digestText(world)) === 40, 6000);
    await world.slack.until(() => ticked(reminderPages().join()) === 40, 6000);
    expect(reminderPages().map(ticked)).toEqual([20, 20, 0]);
    await world.slack.until(() => reminderText(world, 'U0AOI').includes('45名中、残り5名'), 3000);
    // What changes within a second is drawn once; a slow machine takes more of them for the same changes.
    const most = 3 + (Date.now() - begunAt) / 1000;
    const lists = [...(await deliveriesOf(world, 'digest')), ...(await deliveriesOf(world, 'reminder'))];
    expect(lists.map((list) => updatesOf(world.slack, list)).filter((count) => count > most)).toEqual([]);
  });

  test('of a page in the thread reach the page and the count of the first message', async () => {
    const all = await learners(25);
    world.clock.set('2026-11-24T00:00:00Z');
    await world.slack.until(() => reminderPages().length === 2);
    const last = all.at(-1);
    if (last) await logContact(world, last);
    await world.slack.until(() => ticked(reminderPages()[1] ?? '') === 1, 3000);
    await world.slack.until(() => reminderPages()[0]?.includes('25名中、残り24名'), 3000);
  });

  test('of a deleted message end quietly', async () => {
    const [learner, other] = await learners(2);
    world.clock.set('2026-11-24T00:00:00Z');
    const list = await world.posted('U0AOI');
    await world.posted('C0TEAM');
    await world.deps.slack.chat.delete({ channel: list.channelId ?? '', ts: list.ts ?? '' });
    if (learner) await logContact(world, learner);
    await world.slack.until(() => ticked(digestText(world)) === 1);
    await world.eventually(async () => (await deliveriesOf(world, 'reminder')).every(({ live }) => !live));
    if (other) await logContact(world, other);
    await world.slack.until(() => ticked(digestText(world)) === 2);
    expect(updatesOf(world.slack, list)).toBe(1);
    expect(world.slack.dm('U0AOI')).toEqual([]);
    expect(world.logged()).not.toMatch(/"level":(50|60)/);
  });
});
