import type { ServerResponse } from 'node:http';
import type { StreamEvent } from '../protocol';

/** How much may wait for a slow reader, in bytes. The browser that is dropped comes again and gets a new scene. */
const mostWaiting = 4_000_000;

/** What the page waits before it comes again after the stream broke off, in milliseconds. */
const comeAgainMs = 1000;

/** One open page: server-sent events to whoever looks through this person's eyes. */
export class Stream {
  #conversations = '';

  constructor(
    readonly userId: string,
    private readonly response: ServerResponse,
  ) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: ${comeAgainMs}\n\n`);
  }

  /** Sends it, unless it is a list of conversations that says nothing new. */
  send(event: StreamEvent): void {
    const text = JSON.stringify(event);
    if (event.kind === 'conversations') {
      if (text === this.#conversations) return;
      this.#conversations = text;
    }
    this.#write(`data: ${text}\n\n`);
  }

  /** Shows proxies and both ends that somebody is there. */
  ping(): void {
    this.#write(': ping\n\n');
  }

  end(): void {
    this.response.end();
  }

  #write(text: string): void {
    this.response.write(text);
    if (this.response.writableLength > mostWaiting) this.response.destroy();
  }
}
