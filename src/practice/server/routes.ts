import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FileOutcome } from '../protocol';
import { readBody, readJson } from './body';
import type { PageContext } from './context';
import { messagePage, threadPage } from './messages';
import { failureShown, perform } from './perform';
import { assertOnTop } from './perform-in-view';
import { RequestRefused } from './refused';
import { doRequest, fileQuery, messagesQuery, parseRequest, streamQuery, threadQuery } from './requests';
import { peopleShown, requirePerson } from './scene';
import type { Streams } from './streams';

/** What is typed into a modal, in bytes: about what Slack takes of a whole view, and little enough to be kept for good. */
const mostJson = 250_000;

/** One uploaded file, in bytes. */
const mostFile = 5_000_000;

type Query = Record<string, string>;
type Answer = (request: IncomingMessage, query: Query) => Promise<unknown>;

/** Requests to the API: each is answered with JSON, but the stream. */
export interface Api {
  /** @throws {RequestRefused} when there is no such thing or it is asked for in the wrong way */
  answer(request: IncomingMessage, url: URL): Promise<unknown>;
  /** @throws {RequestRefused} for somebody unknown */
  stream(url: URL, response: ServerResponse): void;
}

export function createApi(context: PageContext, streams: Streams): Api {
  const answers: Record<string, Answer> = {
    'GET /api/people': async () => peopleShown(context),
    'GET /api/messages': async (_, query) => {
      const wanted = parseRequest(messagesQuery, query);
      requirePerson(context, wanted.as);
      return messagePage(context, wanted);
    },
    'GET /api/thread': async (_, query) => {
      const wanted = parseRequest(threadQuery, query);
      requirePerson(context, wanted.as);
      return threadPage(context, wanted);
    },
    'POST /api/do': async (request) => {
      const { as, doing } = parseRequest(doRequest, await readJson(request, mostJson));
      return perform(context, requirePerson(context, as), doing);
    },
    'POST /api/file': (request, query) => upload(context, request, query),
  };
  return {
    answer: async (request, url) => {
      const answer = answers[`${request.method} ${url.pathname}`];
      if (answer) return answer(request, Object.fromEntries(url.searchParams));
      const known = Object.keys(answers).some((name) => name.endsWith(` ${url.pathname}`));
      if (known) throw new RequestRefused(405, `${url.pathname}: not by ${request.method}`);
      throw new RequestRefused(404, `${url.pathname}: not found`);
    },
    stream: (url, response) => {
      const { as } = parseRequest(streamQuery, Object.fromEntries(url.searchParams));
      streams.open(requirePerson(context, as), response);
    },
  };
}

/** Hands a file over that is picked in the modal on top. */
async function upload(context: PageContext, request: IncomingMessage, query: Query): Promise<FileOutcome> {
  const { as, view, name } = parseRequest(fileQuery, query);
  const person = context.practice.slack.as(requirePerson(context, as).id);
  const { 'content-type': mimetype = '' } = request.headers;
  const bytes = await readBody(request, mostFile);
  try {
    assertOnTop(person, view);
    const file = person.upload({ name, mimetype, bytes });
    context.practice.keepSoon();
    return { ok: true, file };
  } catch (error) {
    const failure = failureShown(error);
    if (failure) return failure;
    throw error;
  }
}
