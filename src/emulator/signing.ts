import { createHmac } from 'node:crypto';

/** The headers by which Slack signs a request: `v0:timestamp:body`, HMAC-SHA256. */
export interface SignatureHeaders {
  'x-slack-request-timestamp': string;
  'x-slack-signature': string;
}

/** Signs a raw body as Slack does. `at` is the instant the signature claims to be made. */
export function sign(signingSecret: string, body: string, at: Date): SignatureHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
