import { updateMember } from '../../src/usecases/update-member';
import { deliveriesOf, deliveryTo } from '../support/lists';
import { startWorld, type World } from '../support/world';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;

beforeEach(async () => {
  world = await startWorld();
  program = await world.records.program();
  await world.records.learner(program, { companionId: 'U0AOI' });
  await world.records.learner(program, { companionId: 'U0MORI' });
});
afterEach(() => world.close());

/** Slack answers posts to somebody with an error from now on. */
function refusePosts(error: string, recipient: string, times = Number.POSITIVE_INFINITY): void {
  const when = ({ channel }: Record<string, unknown>) => channel === recipient;
  world.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error, when, times });
}

async function sweepAt(at: string): Promise<void> {
  world.clock.set(at);
  await world.sweep();
}

const received = (userId: string) => world.slack.dm(userId).length;

/** Slack tells the app that somebody's account works. */
const comesBack = (userId: string) =>
  updateMember(world.deps.context(), {
    workspaceId: program.workspaceId,
    userId,
    at: world.clock.now(),
    gone: false,
    name: undefined,
    zone: undefined,
    locale: undefined,
  });

describe.each(['account_inactive', 'user_disabled', 'channel_not_found', 'user_not_found'])('%s', (error) => {
  test('ends that reminder alone, and the lead is told once, not again the next day', async () => {
    refusePosts(error, 'U0AOI');
    await world.sweep();
    expect(await deliveryTo(world, 'U0AOI')).toMatchObject({ status: 'failed', failure: error });
    expect([received('U0AOI'), received('U0MORI'), received('U0LEAD')]).toEqual([0, 1, 1]);
    await sweepAt('2026-11-25T00:00:00Z');
    expect([received('U0AOI'), received('U0MORI'), received('U0LEAD')]).toEqual([0, 2, 1]);
    expect(world.slack.messages('C0TEAM')).toHaveLength(2);
  });
});

describe.each(['not_in_channel', 'is_archived', 'channel_not_found'])('%s in the channel', (error) => {
  test('ends that digest alone, and the lead is told once; the next one is tried', async () => {
    refusePosts(error, 'C0TEAM', 2);
    await world.sweep();
    await sweepAt('2026-11-25T00:00:00Z');
    expect([received('U0AOI'), received('U0LEAD')]).toEqual([2, 1]);
    await sweepAt('2026-11-26T00:00:00Z');
    expect(world.slack.messages('C0TEAM')).toHaveLength(1);
  });
});

test('the bot is taken out of the channel and put back', async () => {
  world.slack.removeBotFrom('C0TEAM');
  await world.sweep();
  expect(received('U0LEAD')).toBe(1);
  world.slack.addBotTo('C0TEAM');
  await sweepAt('2026-11-25T00:00:00Z');
  expect(world.slack.messages('C0TEAM')).toHaveLength(1);
  expect(received('U0LEAD')).toBe(1);
});

test('the lead is told again when it happens again after it was well', async () => {
  refusePosts('account_inactive', 'U0AOI', 1);
  refusePosts('not_in_channel', 'C0TEAM', 1);
  await world.sweep();
  expect(received('U0LEAD')).toBe(2);
  await comesBack('U0AOI');
  await sweepAt('2026-11-25T00:00:00Z');
  expect([received('U0AOI'), received('U0LEAD')]).toEqual([1, 2]);
  refusePosts('account_inactive', 'U0AOI', 1);
  refusePosts('not_in_channel', 'C0TEAM', 1);
  await sweepAt('2026-11-26T00:00:00Z');
  expect(received('U0LEAD')).toBe(4);
});

test('what is refused to the lead herself is no reason to write to her', async () => {
  await world.records.learner(program, { companionId: 'U0LEAD' });
  refusePosts('account_inactive', 'U0LEAD');
  await world.sweep();
  await sweepAt('2026-11-25T00:00:00Z');
  expect(await deliveriesOf(world, 'lead_notice')).toEqual([]);
  expect(received('U0AOI')).toBe(2);
});

describe.each(['invalid_auth', 'token_revoked', 'missing_scope'])('%s', (error) => {
  test('keeps everything until it is mended, and tells nobody', async () => {
    world.slack.faults.add({ method: '*', kind: 'error', error });
    await world.sweep();
    world.clock.advance(4 * 60_000);
    await world.sweep();
    expect((await deliveriesOf(world, 'reminder')).map(({ status }) => status)).toEqual([
      'planned',
      'planned',
    ]);
    expect(world.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(3);
    world.slack.faults.clear();
    world.clock.advance(60_000);
    await world.sweep();
    expect([received('U0AOI'), received('U0MORI'), received('U0LEAD')]).toEqual([1, 1, 0]);
    expect(world.slack.messages('C0TEAM')).toHaveLength(1);
  });
});

test('a message that Slack finds wrong fails with an error in the log, the lead is told, and others go on', async () => {
  refusePosts('invalid_blocks', 'U0AOI');
  await world.sweep();
  expect(await deliveryTo(world, 'U0AOI')).toMatchObject({ status: 'failed', failure: 'invalid_blocks' });
  expect(world.logged()).toMatch(/"level":50,.*"code":"invalid_blocks".*delivery refused by Slack/);
  expect([received('U0MORI'), received('U0LEAD')]).toEqual([1, 1]);
  world.slack.faults.clear();
  await sweepAt('2026-11-25T00:00:00Z');
  expect(received('U0AOI')).toBe(1);
});

test('one who is asked to wait waits that long, and others go on', async () => {
  const when = ({ channel }: Record<string, unknown>) => channel === 'U0AOI';
  world.slack.faults.add({
    method: 'chat.postMessage',
    kind: 'rate_limited',
    retryAfterSeconds: 40,
    when,
    times: 1,
  });
  await world.sweep();
  expect([received('U0AOI'), received('U0MORI')]).toEqual([0, 1]);
  world.clock.advance(39_000);
  await world.sweep();
  expect(received('U0AOI')).toBe(0);
  world.clock.advance(1000);
  await world.sweep();
  expect(received('U0AOI')).toBe(1);
  expect(world.slack.calls.filter(({ method }) => method === 'conversations.history')).toEqual([]);
});
