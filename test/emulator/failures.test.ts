import type { WebClient } from '@slack/web-api';
import type { Emulator } from '../../src/emulator';
import { client, refusalOf, start } from './fixtures';
import { recordingApp } from './recording-app';

let emulator: Emulator;
let web: WebClient;

beforeEach(async () => {
  emulator = await start();
  web = client(emulator);
});
afterEach(() => emulator.close());

const post = (channel = 'C0TEAM', by = web) => by.chat.postMessage({ channel, text: 'x' });

describe('faults on demand', () => {
  test('an error code, as many times as asked, for the calls that match', async () => {
    emulator.faults.add({
      method: 'chat.postMessage',
      kind: 'error',
      error: 'internal_error',
      times: 1,
      when: (args) => args.channel === 'C0TEAM',
    });
    expect((await post('C0PRIV')).ok).toBe(true);
    expect((await refusalOf(post())).error).toBe('internal_error');
    expect((await post()).ok).toBe(true);
  });

  test('a rate limit with its Retry-After', async () => {
    emulator.faults.add({ method: '*', kind: 'rate_limited', retryAfterSeconds: 30 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 30 });
    emulator.faults.clear();
    expect((await post()).ok).toBe(true);
  });

  test('an HTTP status', async () => {
    emulator.faults.add({ method: 'chat.postMessage', kind: 'http', status: 503 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    expect(emulator.messages('C0TEAM')).toEqual([]);
  });

  test('a slow answer still takes effect', async () => {
    emulator.faults.add({ method: 'chat.postMessage', kind: 'slow', ms: 60 });
    const before = performance.now();
    await post();
    expect(performance.now() - before).toBeGreaterThan(55);
    expect(emulator.messages('C0TEAM')).toHaveLength(1);
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('a time-out %s the effect', async (effect, messages) => {
    const impatient = client(emulator, { timeout: 100 });
    emulator.faults.add({ method: 'chat.postMessage', kind: 'timeout', effect, times: 1 });
    await expect(post('C0TEAM', impatient)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(emulator.messages('C0TEAM')).toHaveLength(messages);
    emulator.faults.add({
      method: 'chat.postMessage',
      kind: 'timeout',
      effect,
      connection: 'drop',
      times: 1,
    });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(emulator.messages('C0TEAM')).toHaveLength(2 * messages);
    expect((await post()).ok).toBe(true);
  });
});

describe('one message per second and channel', () => {
  test('is enforced when switched on, for each channel by itself', async () => {
    await post();
    await post();
    emulator.setRateLimits(true);
    expect((await post()).ok).toBe(true);
    await expect(post()).rejects.toMatchObject({ retryAfter: 1 });
    expect((await post('U0AKI')).ok).toBe(true);
    const im = (await web.conversations.open({ users: 'U0AKI' })).channel?.id;
    await expect(post(im)).rejects.toMatchObject({ retryAfter: 1 });
    emulator.setRateLimits(false);
    expect((await post()).ok).toBe(true);
  });
});

describe('response urls', () => {
  async function responseUrl(): Promise<string> {
    const app = await recordingApp(emulator);
    await emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
    await app.close();
    return app.heard[0]?.response_url ?? '';
  }

  async function respond(url: string, body: unknown): Promise<[status: number, text: string]> {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return [response.status, await response.text()];
  }

  test('answer five times', async () => {
    const url = await responseUrl();
    for (const text of ['1', '2', '3', '4', '5']) expect(await respond(url, { text })).toEqual([200, 'ok']);
    expect(await respond(url, { text: '6' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
    expect(emulator.ephemerals('U0AKI').map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
    expect(emulator.refusals.at(-1)).toMatchObject({ where: 'response_url', rule: 'used_url' });
  });

  test('answer for thirty minutes of the clock', async () => {
    emulator.clock.set(new Date('2026-04-01T00:00:00Z'));
    const url = await responseUrl();
    emulator.clock.set(new Date('2026-04-01T00:30:00Z'));
    expect((await respond(url, { text: 'x', response_type: 'in_channel' }))[0]).toBe(200);
    expect(emulator.messages('C0TEAM')).toMatchObject([{ text: 'x' }]);
    emulator.clock.set(new Date('2026-04-01T00:30:01Z'));
    expect(await respond(url, { text: 'x' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  });

  test('refuse what chat.postMessage refuses', async () => {
    const url = await responseUrl();
    const [status, text] = await respond(url, { text: 'x', blocks: [{ type: 'banner' }] });
    expect(status).toBe(400);
    expect(text).toContain('unsupported type: banner [json-pointer:/blocks/0/type]');
    expect((await respond(url, {}))[1]).toContain('no_text');
    const unknown = url.replace(/[^/]+$/, 'RNONE');
    expect((await respond(unknown, { text: 'x' }))[0]).toBe(404);
  });
});
