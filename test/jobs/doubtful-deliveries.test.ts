import { eq } from 'drizzle-orm';
import { learners } from '../../src/db/schema';
import type { FaultKind } from '../../src/emulator';
import { deliveryTo } from '../support/lists';
import { startWorld, type World } from '../support/world';
import { logContact } from '../usecases/log-contact';

let world: World;

beforeEach(async () => {
  world = await startWorld({ pace: { slackTimeoutMs: 500 } });
  const program = await world.records.program();
  await world.records.learner(program, { companionId: 'U0AOI' });
  await world.records.learner(program, { companionId: 'U0MORI' });
});
afterEach(() => world.close());

async function sweepAfter(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.sweep();
}

const received = () => ({
  aoi: world.slack.dm('U0AOI').length,
  mori: world.slack.dm('U0MORI').length,
  digest: world.slack.messages('C0TEAM').length,
});

const doubtful: [string, FaultKind][] = [
  ['a time-out before the effect', { kind: 'timeout', effect: 'before' }],
  ['a time-out after the effect', { kind: 'timeout', effect: 'after' }],
  ['a connection that drops before the effect', { kind: 'timeout', effect: 'before', connection: 'drop' }],
  ['a connection that drops after the effect', { kind: 'timeout', effect: 'after', connection: 'drop' }],
  ['an error 500', { kind: 'http', status: 500 }],
  ['an error inside Slack', { kind: 'error', error: 'internal_error' }],
];

describe.each(doubtful)('after %s', (_, fault) => {
  test.each([
    { what: 'the reminder', recipient: 'U0AOI' },
    { what: 'the digest', recipient: 'C0TEAM' },
  ])('$what comes once, and the others get theirs at once', async ({ recipient }) => {
    const when = ({ channel }: Record<string, unknown>) => channel === recipient;
    world.slack.faults.add({ method: 'chat.postMessage', times: 1, when, ...fault });
    await world.sweep();
    expect(await deliveryTo(world, recipient)).toMatchObject({ status: 'planned', attempts: 1 });
    expect(await deliveryTo(world, 'U0MORI')).toMatchObject({ status: 'sent' });
    await sweepAfter(5000);
    expect(received()).toEqual({ aoi: 1, mori: 1, digest: 1 });
    expect(await deliveryTo(world, recipient)).toMatchObject({ status: 'sent', failure: null });
  });
});

test('a message that was posted unnoticed is taken up as the living list', async () => {
  const when = ({ channel }: Record<string, unknown>) => channel === 'U0AOI';
  world.slack.faults.add({ method: 'chat.postMessage', times: 1, when, kind: 'timeout', effect: 'after' });
  await world.sweep();
  await sweepAfter(5000);
  const [message] = world.slack.dm('U0AOI');
  expect(await deliveryTo(world, 'U0AOI')).toMatchObject({ ts: message?.ts, live: true });
});

test('what happened before a message was found again is drawn into it', async () => {
  const when = ({ channel }: Record<string, unknown>) => channel === 'U0AOI';
  world.slack.faults.add({ method: 'chat.postMessage', times: 1, when, kind: 'timeout', effect: 'after' });
  await world.sweep();
  const [learner] = await world.deps.db.select().from(learners).where(eq(learners.companionId, 'U0AOI'));
  if (learner) await logContact(world, learner);
  await sweepAfter(5000);
  const [message] = world.slack.dm('U0AOI');
  expect(JSON.stringify(message?.blocks)).toContain('✅');
});

test('a page in a thread that was posted unnoticed is found there', async () => {
  const program = await world.records.program({ name: 'P2', channelId: 'C0OTHER' });
  for (let n = 0; n < 60; n += 1) await world.records.learner(program, { companionId: null });
  const when = ({ thread_ts }: Record<string, unknown>) => thread_ts !== undefined;
  world.slack.faults.add({ method: 'chat.postMessage', times: 1, when, kind: 'timeout', effect: 'after' });
  await world.sweep();
  await sweepAfter(5000);
  const [root] = world.slack.messages('C0OTHER');
  expect(world.slack.messages('C0OTHER', { threadTs: root?.ts ?? '' })).toHaveLength(2);
});

test('while its fate cannot be looked up it is not posted again', async () => {
  const when = ({ channel }: Record<string, unknown>) => channel === 'C0TEAM';
  world.slack.faults.add({ method: 'chat.postMessage', times: 1, when, kind: 'timeout', effect: 'after' });
  world.slack.faults.add({ method: 'conversations.history', times: 3, kind: 'http', status: 503 });
  await world.sweep();
  for (let n = 0; n < 5; n += 1) await sweepAfter(60_000);
  expect(world.slack.messages('C0TEAM')).toHaveLength(1);
  expect(await deliveryTo(world, 'C0TEAM')).toMatchObject({ status: 'sent' });
});

test('attempts grow rarer, up to five minutes', async () => {
  world.slack.faults.add({ method: '*', kind: 'http', status: 503 });
  const waits: number[] = [];
  await world.sweep();
  for (let n = 0; n < 9; n += 1) {
    const { runAt } = await deliveryTo(world, 'C0TEAM');
    waits.push((runAt.getTime() - world.clock.now().getTime()) / 1000);
    world.clock.set(runAt);
    await world.sweep();
  }
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
});
