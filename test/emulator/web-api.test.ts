import type { WebClient } from '@slack/web-api';
import { type Emulator, METHOD_NAMES } from '../../src/emulator';
import { client, manifest, refusalOf, start } from './fixtures';

let emulator: Emulator;
let web: WebClient;

beforeEach(async () => {
  emulator = await start();
  web = client(emulator);
});
afterEach(() => emulator.close());

function withToken(token: string): WebClient {
  return client(emulator, { token });
}

describe('tokens and scopes', () => {
  test('refuses a call without a token, and one with a wrong token', async () => {
    expect((await refusalOf(withToken('').auth.test())).error).toBe('not_authed');
    expect((await refusalOf(withToken('xoxb-forged').auth.test())).error).toBe('invalid_auth');
  });

  test('takes the token from the body as well', async () => {
    const body = new URLSearchParams({ token: emulator.botToken });
    const response = await fetch(`${emulator.apiUrl}auth.test`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ ok: true, bot_id: 'B0BANSO', team_id: 'T0TEST' });
  });

  test('opens a socket with the app token only', async () => {
    expect((await refusalOf(web.apps.connections.open())).error).toBe('not_allowed_token_type');
    const opened = await withToken(emulator.appToken).apps.connections.open();
    expect(opened.url).toMatch(/^ws:\/\/127\.0\.0\.1:/);
    expect((await refusalOf(withToken(emulator.appToken).auth.test())).error).toBe('not_allowed_token_type');
  });

  test('tells which scope is missing, and shows the granted ones on success', async () => {
    const { response_metadata } = await web.auth.test();
    expect(response_metadata?.scopes).toContain('chat:write');
    const poor = await start({ manifest: manifest({ scopes: ['commands'] }) });
    const response = await fetch(`${poor.apiUrl}users.info?user=U0AKI`, {
      headers: { authorization: `Bearer ${poor.botToken}` },
    });
    expect(await response.json()).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'commands',
    });
    expect(poor.refusals).toMatchObject([{ where: 'users.info', rule: 'missing_scope' }]);
    await poor.close();
  });

  test('the scope of a conversation follows its kind', async () => {
    const narrow = await start({ manifest: manifest({ scopes: ['channels:read'] }) });
    const api = client(narrow);
    expect((await api.conversations.info({ channel: 'C0TEAM' })).ok).toBe(true);
    expect((await refusalOf(api.conversations.info({ channel: 'C0PRIV' }))).error).toBe('missing_scope');
    const list = api.conversations.list({ types: 'public_channel,private_channel' });
    expect((await refusalOf(list)).error).toBe('missing_scope');
    await narrow.close();
  });
});

describe('the coverage list', () => {
  test('names exactly the methods that are answered', async () => {
    const answers = await Promise.all(
      [...METHOD_NAMES, 'chat.unheardOf'].map(async (name) => {
        const response = await fetch(`${emulator.apiUrl}${name}`, { method: 'POST' });
        const body = (await response.json()) as { error?: string };
        return [name, body.error];
      }),
    );
    const unknown = answers.filter(([, error]) => error === 'unknown_method').map(([name]) => name);
    expect(unknown).toEqual(['chat.unheardOf']);
    expect([...METHOD_NAMES].sort()).toEqual([
      'apps.connections.open',
      'auth.test',
      'chat.delete',
      'chat.getPermalink',
      'chat.postEphemeral',
      'chat.postMessage',
      'chat.update',
      'conversations.history',
      'conversations.info',
      'conversations.list',
      'conversations.members',
      'conversations.open',
      'conversations.replies',
      'files.info',
      'users.info',
      'users.list',
      'views.open',
      'views.publish',
      'views.push',
      'views.update',
    ]);
  });

  test('keeps every call with its decoded arguments, without the token', async () => {
    await web.chat.postMessage({ channel: 'C0TEAM', text: 'hi', blocks: [{ type: 'divider' }] });
    expect(emulator.calls).toMatchObject([
      {
        method: 'chat.postMessage',
        args: { channel: 'C0TEAM', text: 'hi', blocks: [{ type: 'divider' }] },
        result: { ok: true },
      },
    ]);
    expect(emulator.calls[0]?.args).not.toHaveProperty('token');
  });
});

describe('people', () => {
  test('users.info gives the zone, the offset of that day, and the locale on request', async () => {
    emulator.clock.set(new Date('2026-07-01T00:00:00Z'));
    const { user } = await web.users.info({ user: 'U0KIM', include_locale: true });
    expect(user).toMatchObject({ tz: 'America/Los_Angeles', tz_offset: -7 * 3600, locale: 'en-US' });
    emulator.clock.set(new Date('2026-12-01T00:00:00Z'));
    const winter = await web.users.info({ user: 'U0KIM' });
    expect(winter.user).toMatchObject({ tz_offset: -8 * 3600, deleted: false });
    expect(winter.user).not.toHaveProperty('locale');
    expect((await refusalOf(web.users.info({ user: 'U0NOBODY' }))).error).toBe('user_not_found');
  });

  test('a deactivated person is marked, and can neither be opened nor posted to', async () => {
    const { channel } = await web.conversations.open({ users: 'U0KIM' });
    await emulator.deactivate('U0KIM');
    expect((await web.users.info({ user: 'U0KIM' })).user).toMatchObject({ deleted: true });
    expect((await refusalOf(web.conversations.open({ users: 'U0KIM' }))).error).toBe('user_disabled');
    for (const target of ['U0KIM', channel?.id ?? '']) {
      const post = web.chat.postMessage({ channel: target, text: 'hi' });
      expect((await refusalOf(post)).error).toBe('account_inactive');
    }
    await expect(emulator.as('U0KIM').openHome()).rejects.toThrow('no active person');
  });

  test('users.list comes in pages', async () => {
    const first = await web.users.list({ limit: 3 });
    expect(first.members?.map((member) => member.id)).toEqual(['U0AKI', 'U0KIM', 'U0OUT']);
    const rest = await web.users.list({ limit: 3, cursor: first.response_metadata?.next_cursor ?? '' });
    expect(rest.members?.map((member) => member.is_bot)).toEqual([true]);
    expect(rest.response_metadata?.next_cursor).toBe('');
    expect((await refusalOf(web.users.list({ cursor: 'forged' }))).error).toBe('invalid_cursor');
  });
});

describe('conversations', () => {
  test('opens the direct conversation, the same one each time', async () => {
    const opened = await web.conversations.open({ users: 'U0AKI' });
    expect(await web.conversations.open({ users: 'U0AKI' })).toMatchObject({ channel: opened.channel });
    await web.chat.postMessage({ channel: 'U0AKI', text: 'hello' });
    expect(emulator.dm('U0AKI')).toMatchObject([{ text: 'hello' }]);
    const info = await web.conversations.info({ channel: opened.channel?.id ?? '' });
    expect(info.channel).toMatchObject({ is_im: true, user: 'U0AKI' });
  });

  test('hides private channels without the bot, and lists members', async () => {
    expect((await refusalOf(web.conversations.info({ channel: 'C0HIDDEN' }))).error).toBe(
      'channel_not_found',
    );
    const { members } = await web.conversations.members({ channel: 'C0PRIV' });
    expect(members).toEqual(['U0AKI', 'U0BOTBANSO']);
    const { channels } = await web.conversations.list({ types: 'public_channel,private_channel' });
    expect(channels?.map((channel) => [channel.id, channel.is_member])).toEqual([
      ['C0TEAM', true],
      ['C0AWAY', false],
      ['C0PRIV', true],
    ]);
  });
});
