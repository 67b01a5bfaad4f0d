import { type IncomingMessage, request } from 'node:http';
import type { StreamEvent } from '../../../src/practice/protocol';
import { eventually } from '../../support/eventually';

/** What an open page hears. */
export interface StreamListener {
  /** All of it, as it came. */
  raw(): string;
  events(): StreamEvent[];
  /** Waits for the first event that is meant. @throws Error when it doesn't come */
  hears<K extends StreamEvent['kind']>(
    kind: K,
    matches?: (event: Extract<StreamEvent, { kind: K }>) => boolean,
  ): Promise<Extract<StreamEvent, { kind: K }>>;
  /** Whether the other side has ended it. */
  ended(): boolean;
  /** Takes no more of it, without hanging up. */
  pause(): void;
  resume(): void;
  hangUp(): void;
}

/** Opens the stream of one person and waits for what it says first. */
export async function openListener(port: number, as: string): Promise<StreamListener> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: `/api/stream?as=${as}`, agent: false };
    request({ ...options, headers: { host: `localhost:${port}` } }, resolve)
      .on('error', reject)
      .end();
  });
  const chunks: string[] = [];
  let begun = '';
  let ended = false;
  const events: StreamEvent[] = [];
  response.setEncoding('utf8').on('data', (text: string) => {
    chunks.push(text);
    const parts = (begun + text).split('\n\n');
    begun = parts.pop() ?? '';
    events.push(...parts.flatMap(parseEvent));
  });
  response.on('close', () => {
    ended = true;
  });
  // A connection that is cut off is what some tests wait for.
  response.on('error', () => undefined);
  const listener: StreamListener = {
    raw: () => chunks.join(''),
    events: () => events,
    hears: async (kind, matches = () => true) => {
      type Wanted = Extract<StreamEvent, { kind: typeof kind }>;
      const find = async () =>
        events.find((event): event is Wanted => event.kind === kind && matches(event as Wanted));
      const found = await eventually(find, (event) => event !== undefined);
      if (found) return found;
      throw new Error(`no such ${kind} came, but ${events.map((event) => event.kind)}`);
    },
    ended: () => ended,
    pause: () => response.pause(),
    resume: () => response.resume(),
    hangUp: () => response.destroy(),
  };
  await listener.hears('scene');
  return listener;
}

function parseEvent(part: string): StreamEvent[] {
  return part.startsWith('data: ') ? [JSON.parse(part.slice('data: '.length))] : [];
}
