import type { IncomingMessage } from 'node:http';
import { RequestRefused } from './refused';

/**
 * Lets in only what the page itself asks for, and the person who types its address: other sites may know the port,
 * send requests to it, and have a name of theirs point at this machine.
 * @throws {RequestRefused} for another Host or Origin, and for requests to the API that come from elsewhere
 */
export function assertOwnRequest(
  { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>,
  { pathname, port }: { pathname: string; port: number },
): void {
  const { host, origin } = headers;
  if (host !== `localhost:${port}` && host !== `127.0.0.1:${port}`) {
    throw new RequestRefused(403, `Host: expected localhost:${port} or 127.0.0.1:${port}`);
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new RequestRefused(403, `Origin: expected http://${host}`);
  }
  const site = headers['sec-fetch-site'];
  if (pathname.startsWith('/api/') && site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new RequestRefused(403, 'Sec-Fetch-Site: expected same-origin');
  }
  if (method === 'POST' && origin === undefined && site !== 'same-origin') {
    throw new RequestRefused(403, `Origin: expected http://${host}`);
  }
}

/** Sent with every answer: the page runs its own script, talks to this server alone, and is nobody's frame. */
export const guardingHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;
