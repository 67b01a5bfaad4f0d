import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { HTTPReceiver, HTTPReceiverOptions } from '@slack/bolt';
import type { boltLogger } from './bolt-logger';

type Logger = ReturnType<typeof boltLogger>;

/** Far more than Slack sends: a modal full of text has some 50 kB. */
const largestBody = 1024 * 1024;

/** How an HTTP receiver answers what isn't a request of Slack's. */
export function strictness(
  logger: Logger,
): Pick<HTTPReceiverOptions, 'bodyLimit' | 'processEventErrorHandler'> {
  return {
    bodyLimit: largestBody,
    // Listeners' errors end in app.error: what comes here couldn't even be assigned to a listener.
    processEventErrorHandler: async ({ response }) => {
      logger.warn('request: not of a form that Slack sends');
      if (!response.headersSent) response.writeHead(400).end();
      return false;
    },
  };
}

/** Refuses what would end the process at that endpoint: Bolt takes for granted that a body isn't `null`. */
export function guard(receiver: HTTPReceiver, endpoint: string, logger: Logger): HTTPReceiver {
  receiver.requestListener = refusingNull(receiver.requestListener, endpoint, logger);
  return receiver;
}

function refusingNull(next: RequestListener, endpoint: string, logger: Logger): RequestListener {
  return (request, response) => {
    const isSlacks = request.method === 'POST' && request.url?.split('?')[0] === endpoint;
    if (!isSlacks) return next(request, response);
    readBody(request).then(
      (rawBody) => {
        if (isNull(String(rawBody), request.headers['content-type'])) refuse(response, 400, logger);
        else next(Object.assign(request, { rawBody }), response);
      },
      (error: unknown) => refuse(response, error === tooLarge ? 413 : 400, logger),
    );
  };
}

function refuse(response: ServerResponse, status: number, logger: Logger): void {
  logger.warn(`request: refused with ${status}`);
  response.writeHead(status, { connection: 'close' }).end();
}

const tooLarge = new Error('request: body: larger than allowed');

/** @throws tooLarge, and whatever breaks off the connection. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length']) > largestBody) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw tooLarge;
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
