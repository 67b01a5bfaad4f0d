import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { describeError } from '../../log';
import { readPageFile } from './files';
import { assertOwnRequest, guardingHeaders } from './guard';
import { RequestRefused } from './refused';
import type { Api } from './routes';

/** What is served: the API, and the files of the page. */
export interface Site {
  api: Api;
  pageDir: string;
  logger: Logger;
}

/** Answers one request; a fault of ours is logged and answered as such. */
export async function handleRequest(
  site: Site,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(guardingHeaders)) response.setHeader(name, value);
  try {
    const url = addressOf(request);
    assertOwnRequest(request, { pathname: url.pathname, port });
    await answer(site, url, request, response);
  } catch (error) {
    if (!(error instanceof RequestRefused)) site.logger.error(describeError(error), 'practice page');
    const status = error instanceof RequestRefused ? error.status : 500;
    const reason = error instanceof RequestRefused ? error.message : 'a fault of the practice workspace';
    if (response.headersSent) return void response.destroy();
    // What was refused may still be sending its body.
    response.setHeader('connection', 'close');
    send(response, status, 'text/plain; charset=utf-8', `${reason}\n`);
  }
}

async function answer(
  { api, pageDir }: Site,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isGet = request.method === 'GET';
  if (isGet && url.pathname === '/api/stream') return api.stream(url, response);
  if (url.pathname.startsWith('/api/')) {
    const found = await api.answer(request, url);
    return send(response, 200, 'application/json', JSON.stringify(found));
  }
  if (!isGet) throw new RequestRefused(405, `${url.pathname}: not by ${request.method}`);
  const { bytes, type, cache } = await readPageFile(pageDir, url.pathname);
  response.setHeader('cache-control', cache);
  send(response, 200, type, bytes);
}

/** It is taken as a path, also where it begins like the address of another host. */
function addressOf({ url = '/' }: IncomingMessage): URL {
  const address = `http://localhost${url}`;
  if (!URL.canParse(address)) throw new RequestRefused(400, 'address: expected a path');
  return new URL(address);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}
