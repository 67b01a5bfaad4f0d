import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parseJson } from '../json';

/** Arguments that a form carries as JSON text. */
const JSON_ARGUMENTS = new Set(['attachments', 'blocks', 'metadata', 'view']);

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** The arguments of a Web API call from query, form or JSON; undefined when the JSON is malformed. */
export function decodeArguments(request: IncomingMessage, body: string): JsonObject | undefined {
  const query = new URL(request.url ?? '/', 'http://emulator').searchParams;
  const isJson = request.headers['content-type']?.startsWith('application/json');
  if (!isJson) return { ...fromForm(query), ...fromForm(new URLSearchParams(body)) };
  const parsed = parseJson(body || '{}');
  return isObject(parsed) ? { ...fromForm(query), ...parsed } : undefined;
}

function fromForm(form: URLSearchParams): JsonObject {
  const entries = [...form].map(([name, value]) => [
    name,
    JSON_ARGUMENTS.has(name) ? parseJson(value) : value,
  ]);
  return Object.fromEntries(entries);
}
