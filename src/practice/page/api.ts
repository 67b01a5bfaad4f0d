import type {
  Doing,
  DoRequest,
  FileOutcome,
  MessagePage,
  Outcome,
  PersonShown,
  ThreadPage,
} from '../protocol';

/** The server did not answer as it should; nothing is known about what became of the request. */
export class NoAnswer extends Error {}

async function ask<T>(path: string, query: Record<string, string>, init?: RequestInit): Promise<T> {
  try {
    const response = await fetch(`${path}?${new URLSearchParams(query)}`, init);
    if (response.ok) return (await response.json()) as T;
    throw new Error(`${response.status} ${await response.text()}`);
  } catch (error) {
    throw new NoAnswer(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}

/** In characters: browsers let 64 kB outlive their page, and a character may take three bytes. */
const mostAlive = 20_000;

/** Does something as this person. @throws NoAnswer */
export function perform(as: string, doing: Doing): Promise<Outcome> {
  const body: DoRequest = { as, doing };
  const headers = { 'content-type': 'application/json' };
  const text = JSON.stringify(body);
  // What is typed is kept even if the page is left meanwhile, as far as browsers allow it.
  const keepalive = doing.kind === 'type' && text.length < mostAlive;
  return ask('api/do', {}, { method: 'POST', headers, body: text, keepalive });
}

/** Everybody of the workspace. @throws NoAnswer */
export function readPeople(): Promise<PersonShown[]> {
  return ask('api/people', {});
}

export function readMessages(as: string, channel: string, before?: string): Promise<MessagePage> {
  return ask('api/messages', { as, channel, ...(before === undefined ? {} : { before }) });
}

export function readThread(as: string, channel: string, ts: string): Promise<ThreadPage> {
  return ask('api/thread', { as, channel, ts });
}

/** Uploads a file for a file input of an open modal; `act` or `submit` then names it by its id. */
export function uploadFile(
  as: string,
  place: { viewId: string; blockId: string; actionId: string },
  file: File,
): Promise<FileOutcome> {
  const { viewId: view, blockId: block, actionId: action } = place;
  const query = { as, view, block, action, name: file.name };
  return ask('api/file', query, { method: 'POST', body: file });
}
