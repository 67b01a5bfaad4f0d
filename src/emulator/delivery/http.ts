import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { OperationFailed } from '../errors';
import { parseJson, readBody } from '../server/body';
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
  #open = new Set<ClientRequest>();

  constructor(private readonly settings: HttpSettings) {}

  async send(delivery: Delivery): Promise<unknown> {
    if (this.url === null) throw new OperationFailed('dispatch_failed', 'no url to deliver to');
    const { contentType, body } = encode(delivery);
    const response = await this.#post(this.url, body, {
      'content-type': contentType,
      ...sign(this.settings.signingSecret, body, this.settings.signingTime()),
      ...retryHeaders(delivery),
    });
    const text = await readBody(response);
    const status = response.statusCode ?? 0;
    if (status < 200 || status > 299) {
      throw new OperationFailed('dispatch_failed', `the app answered ${status} ${text.slice(0, 200)}`);
    }
    return text === '' ? undefined : parseJson(text);
  }

  close(): void {
    for (const open of this.#open) open.destroy();
  }

  #post(url: string, body: string, headers: Record<string, string>): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const outgoing = request(url, { method: 'POST', headers, agent: false }, resolve);
      const timer = setTimeout(() => {
        reject(new OperationFailed('operation_timeout'));
        outgoing.destroy();
      }, this.settings.ackTimeoutMs);
      this.#open.add(outgoing);
      outgoing.on('error', (error) => reject(new OperationFailed('dispatch_failed', error.message)));
      outgoing.on('close', () => {
        clearTimeout(timer);
        this.#open.delete(outgoing);
      });
      outgoing.end(body);
    });
  }
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
