import type { WebClient } from '@slack/web-api';
import type { Emulator } from '../../src/emulator';
import { client, manifest, refusalOf, start } from './fixtures';

let emulator: Emulator;
let web: WebClient;

beforeEach(async () => {
  emulator = await start();
  web = client(emulator);
});
afterEach(() => emulator.close());

async function post(text: string, threadTs?: string): Promise<string> {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const { ts } = await web.chat.postMessage({ channel: 'C0TEAM', text, ...thread });
  return ts ?? '';
}

describe('chat.postMessage', () => {
  test('gives a ts that follows the clock and is unique in the channel', async () => {
    emulator.clock.set(new Date('2026-04-01T00:00:00Z'));
    expect([await post('a'), await post('b')]).toEqual(['1775001600.000000', '1775001600.000001']);
    emulator.clock.set(new Date('2026-04-01T00:00:01Z'));
    expect(await post('c')).toBe('1775001601.000000');
  });

  test('names the blocks and elements that bring no id', async () => {
    const button = { type: 'button' as const, text: { type: 'plain_text' as const, text: 'ok' } };
    await web.chat.postMessage({
      channel: 'C0TEAM',
      text: 'x',
      blocks: [{ type: 'actions', block_id: 'mine', elements: [button] }, { type: 'divider' }],
    });
    expect(emulator.messages('C0TEAM')[0]?.blocks).toEqual([
      { type: 'actions', block_id: 'mine', elements: [{ ...button, action_id: expect.any(String) }] },
      { type: 'divider', block_id: expect.any(String) },
    ]);
  });

  test('refuses where the bot may not write', async () => {
    const to = (channel: string) => refusalOf(web.chat.postMessage({ channel, text: 'x' }));
    expect((await to('C0NOWHERE')).error).toBe('channel_not_found');
    expect((await to('U0NOBODY')).error).toBe('channel_not_found');
    expect((await to('C0HIDDEN')).error).toBe('channel_not_found');
    expect((await to('C0AWAY')).error).toBe('not_in_channel');
    emulator.removeBotFrom('C0TEAM');
    expect((await to('C0TEAM')).error).toBe('not_in_channel');
    emulator.addBotTo('C0TEAM');
    emulator.archive('C0TEAM');
    expect((await to('C0TEAM')).error).toBe('is_archived');
  });

  test('writes into a public channel without joining when chat:write.public is granted', async () => {
    const open = await start({ manifest: manifest({ scopes: ['chat:write', 'chat:write.public'] }) });
    await client(open).chat.postMessage({ channel: 'C0AWAY', text: 'hi' });
    expect(open.messages('C0AWAY')).toMatchObject([{ text: 'hi' }]);
    await open.close();
  });

  test('refuses an empty message, a too long one, malformed blocks and metadata', async () => {
    const send = (message: Record<string, unknown>) =>
      refusalOf(web.apiCall('chat.postMessage', { channel: 'C0TEAM', ...message }));
    expect((await send({})).error).toBe('no_text');
    expect((await send({ text: 'あ'.repeat(4001) })).error).toBe('msg_too_long');
    expect((await send({ text: 'x', blocks: 'no json' })).error).toBe('invalid_blocks_format');
    expect((await send({ text: 'x', metadata: { event_type: 'x' } })).error).toBe('invalid_metadata_format');
    expect((await send({ text: 'x', thread_ts: '1.1' })).error).toBe('thread_not_found');
    expect(emulator.messages('C0TEAM')).toEqual([]);
  });
});

describe('threads', () => {
  test('a parent counts its replies, and the channel shows only the parent', async () => {
    const parent = await post('root');
    const reply = await post('one', parent);
    await emulator.as('U0AKI').post('C0TEAM', 'two', { threadTs: parent });
    const [root, ...others] = emulator.messages('C0TEAM');
    expect(others).toEqual([]);
    expect(root).toMatchObject({ thread_ts: parent, reply_count: 2, reply_users_count: 2 });
    expect(emulator.messages('C0TEAM', { threadTs: parent }).map(({ text }) => text)).toEqual([
      'root',
      'one',
      'two',
    ]);
    const { messages } = await web.conversations.replies({ channel: 'C0TEAM', ts: reply });
    expect(messages?.map(({ text }) => text)).toEqual(['root', 'one', 'two']);
    const missing = web.conversations.replies({ channel: 'C0TEAM', ts: '1.1' });
    expect((await refusalOf(missing)).error).toBe('thread_not_found');
  });

  test('a permalink leads to the message, and names the thread of a reply', async () => {
    const parent = await post('root');
    const reply = await post('one', parent);
    const link = await web.chat.getPermalink({ channel: 'C0TEAM', message_ts: reply });
    const path = `https://test-team.slack.com/archives/C0TEAM/p${reply.replace('.', '')}`;
    expect(link.permalink).toBe(`${path}?thread_ts=${parent}&cid=C0TEAM`);
    const missing = web.chat.getPermalink({ channel: 'C0TEAM', message_ts: '1.1' });
    expect((await refusalOf(missing)).error).toBe('message_not_found');
  });
});

describe('chat.update and chat.delete', () => {
  test('an update keeps ts, and what it leaves out', async () => {
    const ts = await post('before');
    const blocks = [{ type: 'divider' as const, block_id: 'b' }];
    await web.chat.update({ channel: 'C0TEAM', ts, text: 'after', blocks });
    await web.chat.update({ channel: 'C0TEAM', ts, text: 'last' });
    expect(emulator.messages('C0TEAM')).toMatchObject([{ ts, text: 'last', blocks, edited: {} }]);
    await web.chat.delete({ channel: 'C0TEAM', ts });
    expect(emulator.messages('C0TEAM')).toEqual([]);
  });

  test("refuses unknown messages and other people's", async () => {
    const { ts } = await emulator.as('U0AKI').post('C0TEAM', 'mine');
    const update = (at: string) => refusalOf(web.chat.update({ channel: 'C0TEAM', ts: at, text: 'x' }));
    expect((await update(ts)).error).toBe('cant_update_message');
    expect((await update('1.1')).error).toBe('message_not_found');
    const remove = web.chat.delete({ channel: 'C0TEAM', ts });
    expect((await refusalOf(remove)).error).toBe('cant_delete_message');
    const nothing = web.apiCall('chat.update', { channel: 'C0TEAM', ts: await post('x') });
    expect((await refusalOf(nothing)).error).toBe('no_text');
  });
});

describe('history', () => {
  test('comes newest first, within a range, in pages, without replies', async () => {
    const all = [await post('1'), await post('2'), await post('3')];
    await post('reply', all[0]);
    const texts = async (range: Record<string, unknown>) => {
      const { messages } = await web.conversations.history({ channel: 'C0TEAM', ...range });
      return messages?.map(({ text }) => text);
    };
    expect(await texts({})).toEqual(['3', '2', '1']);
    expect(await texts({ oldest: all[0] })).toEqual(['3', '2']);
    expect(await texts({ oldest: all[0], latest: all[2], inclusive: true })).toEqual(['3', '2', '1']);
    const page = await web.conversations.history({ channel: 'C0TEAM', limit: 2 });
    expect(page.has_more).toBe(true);
    expect(await texts({ cursor: page.response_metadata?.next_cursor, limit: 2 })).toEqual(['1']);
    expect((await refusalOf(web.conversations.history({ channel: 'C0AWAY' }))).error).toBe('not_in_channel');
  });

  test('shows metadata only on request', async () => {
    const metadata = { event_type: 'delivery', event_payload: { delivery_id: 'd1' } };
    await web.chat.postMessage({ channel: 'C0TEAM', text: 'x', metadata });
    const plain = await web.conversations.history({ channel: 'C0TEAM' });
    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    const full = await web.conversations.history({ channel: 'C0TEAM', include_all_metadata: true });
    expect(full.messages?.[0]?.metadata).toEqual(metadata);
  });
});

describe('ephemeral messages', () => {
  test('only the person sees them, and must be in the channel', async () => {
    await web.chat.postEphemeral({ channel: 'C0TEAM', user: 'U0AKI', text: 'psst' });
    expect(emulator.ephemerals('U0AKI')).toMatchObject([{ channel: 'C0TEAM', text: 'psst' }]);
    expect(emulator.messages('C0TEAM')).toEqual([]);
    const out = web.chat.postEphemeral({ channel: 'C0PRIV', user: 'U0KIM', text: 'psst' });
    expect((await refusalOf(out)).error).toBe('user_not_in_channel');
  });
});
