import { deliveriesOf, deliveryTo, textOf } from '../support/lists';
import { peopleOf, workspaceWith } from '../support/workspace';
import { startWorld, type World } from '../support/world';

const people = peopleOf(8);

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;

beforeEach(async () => {
  world = await startWorld({ workspace: workspaceWith(people) });
  program = await world.records.program({ people });
});
afterEach(() => world.close());

/** Learners named 受講生 000, 001, … whose companions take turns. @returns the names */
async function learners(
  count: number,
  given: (n: number) => Parameters<World['records']['learner']>[1] = () => ({}),
): Promise<string[]> {
  const names = Array.from({ length: count }, (_, n) => `受講生 ${String(n).padStart(3, '0')}`);
  for (const [n, name] of names.entries()) {
    await world.records.learner(program, {
      name,
      companionId: people[n % people.length] ?? null,
      ...given(n),
    });
  }
  return names;
}

/** The channel's digest with the pages in its thread, in the order in which they stand. */
function digestPages() {
  const [root] = world.slack.messages('C0TEAM');
  if (!root) throw new Error('C0TEAM: expected a digest');
  return world.slack.messages('C0TEAM', { threadTs: root.ts });
}

function namesIn(text: string): string[] {
  return text.match(/受講生 \d{3}/g) ?? [];
}

test('240 learners and 8 supporters: everybody stands once on the digest, in messages that Slack takes', async () => {
  const names = await learners(240);
  await world.sweep();
  const pages = digestPages();
  expect(pages.flatMap((page) => namesIn(textOf(page))).sort()).toEqual(names);
  expect(Math.max(...pages.map((page) => page.blocks?.length ?? 0))).toBeLessThanOrEqual(50);
  expect(world.slack.refusals).toEqual([]);
});

test('240 learners and 8 supporters: each has her own thirty in her reminder, in order', async () => {
  const names = await learners(240);
  await world.sweep();
  for (const [n, person] of people.entries()) {
    const [root] = world.slack.dm(person);
    const pages = world.slack.messages(String(await conversationOf(person)), { threadTs: root?.ts ?? '' });
    const mine = names.filter((_, i) => i % people.length === n);
    expect(pages.flatMap((page) => [...new Set(namesIn(textOf(page)))])).toEqual(mine);
  }
});

async function conversationOf(person: string): Promise<string | null> {
  return (await deliveryTo(world, person)).channelId;
}

test('200 due on one morning, 60 of them uncovered: nobody is dropped, the pages stand in order', async () => {
  const names = await learners(200, (n) => (n < 60 ? { companionId: null } : {}));
  await world.sweep();
  const pages = digestPages();
  expect(pages.flatMap((page) => namesIn(textOf(page))).sort()).toEqual(names);
  const planned = await deliveriesOf(world, 'digest');
  expect(pages.map(({ metadata }) => metadata?.event_payload.delivery_id)).toEqual(
    planned.map(({ id }) => id),
  );
  expect(Math.max(...pages.map((page) => page.blocks?.length ?? 0))).toBeLessThanOrEqual(50);
  expect(world.slack.refusals).toEqual([]);
});

test('pages that are posted by many jobs at once stand in the thread in order', async () => {
  await learners(200, () => ({ companionId: null }));
  await world.handlers.sweep({});
  const planned = await deliveriesOf(world, 'digest');
  expect(planned.length).toBeGreaterThan(3);
  for (let round = 0; round < planned.length; round += 1) {
    await Promise.all(planned.map(({ id: deliveryId }) => world.handlers.deliver({ deliveryId })));
  }
  expect(digestPages().map(({ metadata }) => metadata?.event_payload.delivery_id)).toEqual(
    planned.map(({ id }) => id),
  );
});

test('a page that Slack refuses for good does not keep the next ones back', async () => {
  await learners(200, () => ({ companionId: null }));
  world.slack.faults.add({
    method: 'chat.postMessage',
    kind: 'error',
    error: 'msg_too_long',
    times: 1,
    when: ({ thread_ts }) => thread_ts !== undefined,
  });
  await world.sweep();
  const planned = await deliveriesOf(world, 'digest');
  expect(planned.map(({ status }) => status)).toEqual([
    'sent',
    'failed',
    ...planned.slice(2).map(() => 'sent'),
  ]);
  expect(digestPages()).toHaveLength(planned.length - 1);
});

test('pages of a list whose first page is refused are dropped', async () => {
  await learners(200, () => ({ companionId: null }));
  world.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'msg_too_long', times: 1 });
  await world.sweep();
  const statuses = (await deliveriesOf(world, 'digest')).map(({ status }) => status);
  expect(statuses).toEqual(['failed', ...statuses.slice(1).map(() => 'dropped')]);
});
