import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebSocket } from 'ws';
import type { Emulator } from '../../src/emulator';
import { client, start } from './fixtures';

let emulator: Emulator;

beforeEach(async () => {
  emulator = await start({ ackTimeoutMs: 500 });
});
afterEach(() => emulator.close());

interface Envelope {
  type: string;
  envelope_id?: string;
  payload?: { text?: string };
}

/** A raw connection that acks every envelope and keeps it. */
async function connect(ack = true): Promise<{ envelopes: Envelope[]; socket: WebSocket }> {
  const { url } = await client(emulator).apps.connections.open({ token: emulator.appToken });
  const socket = new WebSocket(url ?? '');
  const envelopes: Envelope[] = [];
  socket.on('message', (data) => {
    const envelope: Envelope = JSON.parse(String(data));
    envelopes.push(envelope);
    if (ack && envelope.envelope_id) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
  });
  await emulator.until(() => envelopes.length === 1);
  return { envelopes, socket };
}

test('a Bolt app receives a command by Socket Mode and opens a modal', async () => {
  const clientOptions = { slackApiUrl: emulator.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: emulator.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions },
  });
  const app = new App({
    token: emulator.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions,
    deferInitialization: true,
    convoStore: false,
  });
  await app.init();
  app.command('/checkin', async ({ ack, body, client: web }) => {
    await ack({ text: `${body.text} ok` });
    const title = { type: 'plain_text' as const, text: 'T' };
    await web.views.open({ trigger_id: body.trigger_id, view: { type: 'modal', title, blocks: [] } });
  });
  await app.start();
  const aki = emulator.as('U0AKI');
  expect(await aki.command('/checkin 山田', { channel: 'C0TEAM' })).toEqual({ text: '山田 ok' });
  await emulator.until(() => aki.modal());
  expect(aki.modal()).toMatchObject({ type: 'modal', title: { text: 'T' } });
  await app.stop();
  await emulator.until(() => emulator.connections === 0);
});

test('greets a connection and gives each envelope to one connection, in turn', async () => {
  const [first, second] = [await connect(), await connect()];
  expect(first.envelopes[0]).toMatchObject({ type: 'hello', num_connections: 1 });
  for (const text of ['1', '2', '3', '4']) {
    await emulator.as('U0AKI').command(`/checkin ${text}`, { channel: 'C0TEAM' });
  }
  const texts = [first, second].map(({ envelopes }) => envelopes.slice(1).map((one) => one.payload?.text));
  expect(texts.map((one) => one.length)).toEqual([2, 2]);
  expect(texts.flat().sort()).toEqual(['1', '2', '3', '4']);
});

test('an envelope that is not acked fails with operation_timeout', async () => {
  await connect(false);
  const command = emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
  await expect(command).rejects.toThrow('operation_timeout');
});

test('without a connection an interaction fails at once, and an event counts as not acked', async () => {
  const command = emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
  await expect(command).rejects.toThrow('dispatch_failed');
  await emulator.as('U0AKI').openHome();
  expect(emulator.events.delivered.at(-1)?.attempts).toEqual([{ retryNum: 0, acked: false }]);
});

test('a missed event is delivered again, with its retry number, on a new connection', async () => {
  await emulator.as('U0AKI').openHome();
  const { envelopes } = await connect();
  const event = emulator.events.delivered[0];
  await emulator.events.redeliver(event?.id ?? '', 'timeout');
  expect(envelopes.at(-1)).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' });
  expect(event?.attempts.at(-1)).toEqual({ retryNum: 1, acked: true });
  await emulator.events.redeliver(event?.id ?? '');
  await emulator.events.redeliver(event?.id ?? '');
  await expect(emulator.events.redeliver(event?.id ?? '')).rejects.toThrow('3 times at most');
});

test('asks clients to connect anew, and a ticket works once', async () => {
  const { envelopes, socket } = await connect();
  emulator.recycleConnections();
  await emulator.until(() => envelopes.some((one) => one.type === 'disconnect'));
  socket.close();
  await emulator.until(() => emulator.connections === 0);
  const refused = new WebSocket(socket.url);
  const status = await new Promise((resolve) => {
    refused.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    refused.on('error', () => undefined);
  });
  expect(status).toBe(403);
});
