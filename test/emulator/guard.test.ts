import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import WebSocket from 'ws';
import type { Emulator } from '../../src/emulator';
import { client, start } from './fixtures';

let emulator: Emulator;

beforeEach(async () => {
  emulator = await start();
});
afterEach(() => emulator.close());

/** Posts as a browser or another client would; fetch would not let us say who we are. */
async function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const url = new URL('chat.postMessage', emulator.apiUrl);
    const all = {
      authorization: `Bearer ${emulator.botToken}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    };
    request(url, { method: 'POST', headers: all }, resolve).on('error', reject).end('channel=C0TEAM&text=x');
  });
  response.resume();
  return response.statusCode;
}

test('what a web page sends is refused and does nothing', async () => {
  const { port } = new URL(emulator.apiUrl);
  expect(await statusWith({ origin: 'https://attacker.example' })).toBe(403);
  expect(await statusWith({ origin: `http://127.0.0.1:${port}` })).toBe(403);
  expect(await statusWith({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  // A page whose own name was made to point at this machine.
  expect(await statusWith({ host: `attacker.example:${port}` })).toBe(403);
  expect(await statusWith({ host: '127.0.0.1:1' })).toBe(403);
  expect(emulator.messages('C0TEAM')).toEqual([]);
});

test('what the app sends passes, by either name of this machine', async () => {
  const { port } = new URL(emulator.apiUrl);
  expect(await statusWith({})).toBe(200);
  expect(await statusWith({ host: `localhost:${port}` })).toBe(200);
  await client(emulator).chat.postMessage({ channel: 'C0TEAM', text: 'x' });
  expect(emulator.messages('C0TEAM')).toHaveLength(3);
});

test('a web page gets no Socket Mode connection either', async () => {
  const opened = await client(emulator, { token: emulator.appToken }).apps.connections.open({});
  const socket = new WebSocket(opened.url ?? '', { origin: 'https://attacker.example' });
  const status = await new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('open', () => resolve('open'));
  });
  expect(status).toBe(403);
  expect(emulator.connections).toBe(0);
});

/** Asks for a WebSocket and is gone before it is answered. */
async function hangUpOn(path: string): Promise<void> {
  const socket = connect(Number(new URL(emulator.apiUrl).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: attacker.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  );
  socket.resetAndDestroy();
  await once(socket, 'close');
}

test('whoever asks for a connection and is gone at once ends nothing', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, n) => hangUpOn(n % 2 === 0 ? '/link/' : '//')));
  expect(await statusWith({})).toBe(200);
});
