import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Emulator } from '../../src/emulator';

/** Something an app was told; the fields depend on its kind. */
export interface Heard {
  type?: string;
  trigger_id?: string;
  response_url?: string;
  [field: string]: unknown;
}

/** An app that keeps what it hears, and acks with `answer`; a silent one never acks. */
export interface RecordingApp {
  heard: Heard[];
  answer: unknown;
  silent: boolean;
  close(): Promise<void>;
}

/** Starts a recording app and makes the emulator deliver to it. */
export async function recordingApp(emulator: Emulator): Promise<RecordingApp> {
  const app: RecordingApp = {
    heard: [],
    answer: undefined,
    silent: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    app.heard.push(decode(request.headers['content-type'] ?? '', Buffer.concat(chunks).toString()));
    if (app.silent) return;
    response.end(app.answer === undefined ? '' : JSON.stringify(app.answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  emulator.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return app;
}

function decode(type: string, body: string): Heard {
  if (type.startsWith('application/json')) return JSON.parse(body);
  const form = new URLSearchParams(body);
  return form.has('payload') ? JSON.parse(form.get('payload') ?? '{}') : Object.fromEntries(form);
}
