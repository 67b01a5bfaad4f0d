import { SlackError } from '../errors';
import { isObject, parseJson } from '../json';
import { answerMessage } from '../methods/answering';
import type { World } from '../state/world';
import type { Answer } from './answer';

/** A post to a response_url: 404 once it is used up, 400 with the code for what Slack refuses. */
export function handleResponseUrl(world: World, id: string, body: string): Answer {
  const target = world.responseUrls.use(id, world.clock.now());
  if (typeof target === 'string') return refuse(world, 404, new SlackError(target));
  const response = parseJson(body);
  if (!isObject(response))
    return refuse(world, 400, new SlackError('invalid_payload', {}, ['must provide a JSON object']));
  try {
    answerMessage(world, target, response);
    return { status: 200, body: 'ok' };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return refuse(world, 400, error);
  }
}

function refuse(world: World, status: number, { code, extra, details }: SlackError): Answer {
  world.refuse('response_url', code, details);
  return { status, body: { ok: false, error: code, ...extra } };
}
