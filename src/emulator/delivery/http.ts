import { type IncomingMessage, request } from 'node:http';
import { missedAck, OperationFailed } from '../errors';
import { parseJson } from '../json';
import { readBody } from '../server/body';
import { sign } from '../signing';
import type { Delivery, Transport } from './delivery';

interface HttpSettings {
  signingSecret: string;
  /** The instant a signature claims. */
  signingTime: () => Date;
  ackTimeoutMs: number;
}

/** Delivery as signed POSTs to the app's url. */
export class HttpDelivery implements Transport {
  url: string | null = null;
  #closing = new AbortController();

  constructor(private readonly settings: HttpSettings) {}

  async send(delivery: Delivery): Promise<unknown> {
    if (this.url === null) throw new OperationFailed('dispatch_failed', 'no url to deliver to');
    const { status, text } = await this.#exchange(this.url, delivery);
    if (status < 200 || status > 299) {
      throw new OperationFailed('dispatch_failed', `the app answered ${status} ${text.slice(0, 200)}`);
    }
    return text === '' ? undefined : parseJson(text);
  }

  close(): void {
    this.#closing.abort();
  }

  async #exchange(url: string, delivery: Delivery): Promise<{ status: number; text: string }> {
    const { contentType, body } = encode(delivery);
    const headers = {
      'content-type': contentType,
      ...sign(this.settings.signingSecret, body, this.settings.signingTime()),
      ...retryHeaders(delivery),
    };
    const limit = AbortSignal.timeout(this.settings.ackTimeoutMs);
    try {
      const signal = AbortSignal.any([limit, this.#closing.signal]);
      const response = await post(url, body, headers, signal);
      return { status: response.statusCode ?? 0, text: await readBody(response) };
    } catch (error) {
      if (limit.aborted) throw missedAck(this.settings.ackTimeoutMs);
      throw new OperationFailed('dispatch_failed', error instanceof Error ? error.message : String(error));
    }
  }
}

function post(
  url: string,
  body: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers, signal, agent: false }, resolve);
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function encode({ kind, payload }: Delivery): { contentType: string; body: string } {
  const form = 'application/x-www-form-urlencoded';
  if (kind === 'events_api') return { contentType: 'application/json', body: JSON.stringify(payload) };
  if (kind === 'interactive') {
    return { contentType: form, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
  }
  const fields = Object.entries(payload).map(([name, value]) => [name, String(value)]);
  return { contentType: form, body: new URLSearchParams(Object.fromEntries(fields)).toString() };
}

function retryHeaders({ retry }: Delivery): Record<string, string> {
  if (!retry) return {};
  return { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason };
}
