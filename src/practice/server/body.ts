import type { IncomingMessage } from 'node:http';
import { RequestRefused } from './refused';

/**
 * The bytes of a request.
 * @throws {RequestRefused} 413 beyond `limit` bytes; what still comes is not kept
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(new RequestRefused(413, `body: expected at most ${limit} bytes`));
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** @throws {RequestRefused} when it is not declared as JSON, or is none */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    throw new RequestRefused(415, 'Content-Type: expected application/json');
  }
  const body = await readBody(request, limit);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new RequestRefused(400, 'body: expected JSON');
  }
}
