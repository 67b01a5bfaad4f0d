import type { IncomingHttpHeaders } from 'node:http';

/**
 * Why a request is refused; undefined: it may pass. Any web page that a person has open could otherwise drive the
 * emulator through her browser. Browsers say where a request comes from; the app's own HTTP client does not.
 */
export function foreignRequest(headers: IncomingHttpHeaders, port: number): string | undefined {
  const { origin, host = '' } = headers;
  if (origin !== undefined) return `Origin: expected none, got ${origin}`;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return `Sec-Fetch-Site: expected none, got ${String(site)}`;
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  return own.includes(host.toLowerCase())
    ? undefined
    : `Host: expected ${own.join(' or ')}, got ${host || 'none'}`;
}
