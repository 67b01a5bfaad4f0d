import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Emulator } from '../../src/emulator';

/**
 * Stands between the apps and the emulator. While it measures, it answers `views.open` itself, at once, so that
 * the emulator's own work (checking the view) is no part of what is timed; else everything goes to the emulator.
 */
export interface SlackFront {
  apiUrl: string;
  measuring: boolean;
  /** Resolves to the instant (performance.now) at which `views.open` arrives with this trigger. */
  opened(triggerId: string): Promise<number>;
  close(): Promise<void>;
}

const openedView = JSON.stringify({ ok: true, view: { id: 'V0', state: { values: {} } } });

export async function startSlackFront(emulator: Emulator): Promise<SlackFront> {
  const waiting = new Map<string, (at: number) => void>();
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    if (!front.measuring || request.url !== '/api/views.open') {
      return forward(emulator, request, body, response);
    }
    const triggerId =
      new URLSearchParams(/(?:^|&)(trigger_id=[^&]*)/.exec(body)?.[1]).get('trigger_id') ?? '';
    waiting.get(triggerId)?.(performance.now());
    waiting.delete(triggerId);
    response.writeHead(200, { 'content-type': 'application/json' }).end(openedView);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const front: SlackFront = {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    measuring: false,
    opened: (triggerId) => new Promise((resolve) => waiting.set(triggerId, resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return front;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function forward(
  emulator: Emulator,
  { url = '', headers }: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const { authorization = '', 'content-type': contentType = '' } = headers;
  const answer = await fetch(new URL(url.slice('/api/'.length), emulator.apiUrl), {
    method: 'POST',
    headers: { authorization, 'content-type': contentType },
    body,
  });
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
}
