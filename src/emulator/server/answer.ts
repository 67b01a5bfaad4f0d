import type { ServerResponse } from 'node:http';
import type { JsonObject } from '../json';

/** What goes back over HTTP; `broken` leaves the caller waiting or cuts the line. */
export type Answer =
  | { status: number; body: JsonObject | string | Buffer; headers?: Record<string, string> }
  | { broken: 'hang' | 'drop' };

export function send(response: ServerResponse, answer: Answer): void {
  if ('broken' in answer) {
    if (answer.broken === 'drop') response.destroy();
    return;
  }
  const isWritten = typeof answer.body === 'string' || Buffer.isBuffer(answer.body);
  const type = isWritten ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
  response.end(isWritten ? answer.body : JSON.stringify(answer.body));
}
