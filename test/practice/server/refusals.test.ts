import { request } from 'node:http';
import { ask } from './asking';
import { type OpenPage, openPracticePage } from './open-page';

jest.setTimeout(40_000);

let open: OpenPage;
let port: number;

beforeAll(async () => {
  open = await openPracticePage();
  port = open.page.port;
});

afterAll(() => open.close());

const read = { as: 'U0MORI', doing: { kind: 'read', channel: 'C0TEAM', ts: '1795000000.000000' } };
const json = { 'content-type': 'application/json' };

describe('who may ask', () => {
  it.each([
    ['another name for this machine, as DNS rebinding has it', 'rebound.example:PORT'],
    ['a name that begins like ours', 'localhost.example:PORT'],
    ['another port', 'localhost:1'],
    ['no port', 'localhost'],
    ['another address of this machine', '0.0.0.0:PORT'],
  ])('not by %s', async (_, host) => {
    const headers = { host: host.replace('PORT', String(port)) };
    for (const pathname of ['/', '/api/people']) {
      expect(await ask({ port, pathname, headers })).toMatchObject({ status: 403 });
    }
  });

  it.each(['localhost', '127.0.0.1'])('whoever calls it %s, from its own page', async (name) => {
    const host = `${name}:${port}`;
    expect(await ask({ port, pathname: '/', headers: { host } })).toMatchObject({ status: 200 });
    const headers = { host, origin: `http://${host}`, ...json };
    const answer = await ask({
      port,
      pathname: '/api/do',
      method: 'POST',
      headers,
      body: JSON.stringify(read),
    });
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true}' });
  });

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a page on another port', { origin: 'http://localhost:1' }],
    ['the other name of this machine', { origin: 'http://127.0.0.1:PORT' }],
    ['the right place over TLS', { origin: 'https://localhost:PORT' }],
    ['a page without an origin', { origin: 'null' }],
    ['something that names no origin', {}],
    ['another site, without an origin', { 'sec-fetch-site': 'cross-site' }],
    ['another port, without an origin', { 'sec-fetch-site': 'same-site' }],
    ['a bookmark', { 'sec-fetch-site': 'none' }],
  ])('nobody posts from %s', async (_, given) => {
    const origin = Object.entries(given).map(([name, value]) => [name, value.replace('PORT', String(port))]);
    const headers = { ...json, ...Object.fromEntries(origin) };
    for (const pathname of ['/api/do', '/api/file']) {
      const answer = await ask({ port, pathname, method: 'POST', headers, body: JSON.stringify(read) });
      expect(answer).toMatchObject({ status: 403 });
    }
  });

  it('posts from the page are let in where the browser names no origin', async () => {
    const headers = { ...json, 'sec-fetch-site': 'same-origin' };
    const body = JSON.stringify(read);
    const answer = await ask({ port, pathname: '/api/do', method: 'POST', headers, body });
    expect(answer).toMatchObject({ status: 200 });
  });

  it.each(['//x/api/people', '/\\x/api/people', '//x/api/stream?as=U0MORI'])(
    'nothing answers at %s, which is no path of ours',
    async (pathname) => {
      const headers = { 'sec-fetch-site': 'cross-site' };
      expect(await ask({ port, pathname, headers })).toMatchObject({ status: 404 });
    },
  );

  it.each(['cross-site', 'same-site'])('no %s page reads what the API says', async (site) => {
    const headers = { 'sec-fetch-site': site };
    for (const pathname of [
      '/api/people',
      '/api/stream?as=U0MORI',
      '/api/messages?as=U0MORI&channel=C0TEAM',
    ]) {
      expect(await ask({ port, pathname, headers })).toMatchObject({ status: 403 });
    }
    expect(await ask({ port, pathname: '/', headers })).toMatchObject({ status: 200 });
  });

  it('nobody from outside this machine', async () => {
    // Whoever listens everywhere listens there too.
    const host = '127.0.0.2';
    const refused = new Promise((resolve, reject) => {
      request({ host, port, path: '/', agent: false }, reject).on('error', resolve).end();
    });
    await expect(refused).resolves.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

it("nobody guesses the stand-in's secrets", () => {
  const { botToken, appToken, signingSecret } = open.practice.slack;
  expect(botToken).toMatch(/^xoxb-[0-9a-f]{48}$/);
  expect(appToken).toMatch(/^xapp-[0-9a-f]{48}$/);
  expect(new Set([botToken.slice(5), appToken.slice(5), signingSecret]).size).toBe(3);
});

it('every answer says what the page may do, whatever it is', async () => {
  const answers = [
    await open.get('/'),
    await open.get('/api/people'),
    await open.get('/nowhere'),
    await ask({ port, pathname: '/', headers: { host: 'rebound.example' } }),
  ];
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
});

describe('files of the page', () => {
  it('has the page fetched anew each time, and what has a hash in its name once', async () => {
    for (const pathname of ['/', '/index.html', '/?as=U0MORI']) {
      const { status, headers, text } = await open.get(pathname);
      expect({ status, text }).toEqual({ status: 200, text: '<title>Banso</title>' });
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
    }
    const { headers } = await open.get('/assets/index-1a2b.js');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
    expect((await open.get('/assets/index-1a2b.css')).headers['content-type']).toMatch(/^text\/css/);
  });

  it.each([
    '/secret.txt',
    '/assets/../secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/..%5csecret.txt',
    '/../data/slack.json',
    '/assets/../../data/slack.json',
    '//assets/index-1a2b.js/../../../data/slack.json',
    '/assets',
    '/assets/',
    '/assets/missing.js',
  ])('%s is nothing of the page', async (pathname) => {
    expect(await open.get(pathname)).toMatchObject({ status: 404 });
  });

  it('takes no posts', async () => {
    expect(await open.post('/', '')).toMatchObject({ status: 405 });
  });
});

describe('what may be asked', () => {
  it.each([
    ['{', 'expected JSON'],
    ['[]', 'request'],
    [JSON.stringify({ as: 'U0MORI', doing: { kind: 'fly' } }), 'doing.kind'],
    [JSON.stringify({ ...read, more: 1 }), 'more'],
    [JSON.stringify({ as: 'U0MORI', doing: { ...read.doing, ts: 'now' } }), 'doing.ts: expected a ts'],
    [JSON.stringify({ as: 'U0MORI', doing: { kind: 'say', channel: 'C0TEAM', text: '' } }), 'doing.text'],
    [JSON.stringify({ as: 'U0MORI', doing: { kind: 'locale', locale: 'xx' } }), 'doing.locale'],
    [JSON.stringify({ as: 'U0MORI', doing: { kind: 'move_clock', to: 'past' } }), 'doing.to'],
  ])('%s is refused and says where it is wrong', async (body, place) => {
    const { status, text } = await open.post('/api/do', body);
    expect({ status, said: text.includes(place) ? place : text }).toEqual({ status: 400, said: place });
  });

  it('nothing that is not declared as JSON', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await open.post('/api/do', JSON.stringify(read), headers)).toMatchObject({ status: 415 });
  });

  it('no more than a modal can hold, and files of five megabytes', async () => {
    const long = JSON.stringify({ as: 'U0MORI', doing: { kind: 'command', line: 'x'.repeat(1_000_001) } });
    expect(await open.post('/api/do', long)).toMatchObject({ status: 413 });
    const file = '/api/file?as=U0MORI&view=V1&block=b&action=a&name=n';
    expect(await open.post(file, Buffer.alloc(5_000_001), {})).toMatchObject({ status: 413 });
    const kept = await open.post(file, Buffer.alloc(5_000_000), {});
    expect(kept).toMatchObject({ status: 200, text: expect.stringContaining('not_possible') });
  });

  it.each(['U0NOBODY', 'U0BOTBANSO'])('nobody can be %s', async (as) => {
    expect(await open.get(`/api/stream?as=${as}`)).toMatchObject({ status: 404 });
    expect(await open.get(`/api/messages?as=${as}&channel=C0TEAM`)).toMatchObject({ status: 404 });
    expect(await open.get(`/api/thread?as=${as}&channel=C0TEAM&ts=1795000000.000000`)).toMatchObject({
      status: 404,
    });
    expect(await open.post('/api/do', JSON.stringify({ ...read, as }))).toMatchObject({ status: 404 });
  });

  it.each([
    ['/api/messages?as=U0MORI', 400],
    ['/api/messages?as=U0MORI&channel=C0TEAM&before=yesterday', 400],
    ['/api/thread?as=U0MORI&channel=C0TEAM', 400],
    ['/api/stream', 400],
    ['/api/nothing', 404],
    ['/api/do', 405],
    ['/api/messages?as=U0MORI&channel=C0PRIV', 404],
    ['/api/thread?as=U0MORI&channel=C0PRIV&ts=1795000000.000000', 404],
  ])('%s is answered with %d', async (pathname, status) => {
    expect(await open.get(pathname)).toMatchObject({ status });
  });
});
