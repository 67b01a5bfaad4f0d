import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import type { Route } from '../health';
import type { boltLogger } from './bolt-logger';

/** Far more than Slack sends: a modal full of text has some 50 kB. */
const largestBody = 1024 * 1024;

interface HttpSettings {
  signingSecret: string;
  routes: readonly Route[];
  logger: ReturnType<typeof boltLogger>;
}

/** Takes Slack's signed requests; whatever isn't one is answered with 4xx and does nothing. */
export function createHttpReceiver({ signingSecret, routes, logger }: HttpSettings): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: '/slack/events',
    logger,
    customRoutes: [...routes],
    bodyLimit: largestBody,
    // Listeners' errors end in app.error: what comes here couldn't even be assigned to a listener.
    processEventErrorHandler: async ({ response }) => {
      logger.warn('request: not of a form that Slack sends');
      if (!response.headersSent) response.writeHead(400).end();
      return false;
    },
  });
  receiver.requestListener = refusingNull(receiver.requestListener);
  return receiver;
}

/** Bolt takes for granted that a body isn't `null`: reading one would end the process. */
function refusingNull(next: RequestListener): RequestListener {
  return async (request, response) => {
    if (request.method !== 'POST') return next(request, response);
    if (Number(request.headers['content-length']) > largestBody) return refuse(response, 413);
    try {
      const rawBody = await readBody(request);
      if (isNull(String(rawBody), request.headers['content-type'])) return refuse(response, 400);
      next(Object.assign(request, { rawBody }), response);
    } catch {
      refuse(response, 400);
    }
  };
}

/** @throws {Error} for a body that is cut off or larger than it says. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new Error('request: body: larger than allowed');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** As JSON, or as the `payload` of a form. */
function isNull(text: string, contentType: string | undefined): boolean {
  const isForm = contentType === 'application/x-www-form-urlencoded';
  const json = isForm ? new URLSearchParams(text).get('payload') : text;
  return json?.trim() === 'null';
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { connection: 'close' });
  response.end();
}
