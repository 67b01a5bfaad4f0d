import type { Fault } from '../faults';
import type { World } from '../state/world';
import type { Answer } from './answer';

const LOGIN_PAGE = '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body></body></html>';

/**
 * A file at its private address. Whoever may not read it gets Slack's login page, with status 200: an app that doesn't
 * look at the content type takes that for the file.
 * @param path what follows `/files/`
 */
export function handleFile(
  world: World,
  path: string,
  { token, botToken }: { token: string | undefined; botToken: string },
): Answer {
  const [id = ''] = path.split('/');
  if (token !== botToken) return loginPage(world, 'not_authed', 'needs the bot token as bearer');
  if (!world.scopes.includes('files:read')) {
    return loginPage(world, 'missing_scope', 'needs the scope files:read');
  }
  const bytes = world.files.bytes(id);
  const file = world.files.find(id);
  if (!bytes || !file) {
    world.refuse('url_private', 'file_not_found');
    return { status: 404, body: 'not found' };
  }
  return { status: 200, body: bytes, headers: { 'content-type': file.mimetype } };
}

/** What comes instead of a file's bytes. */
export function faultyFile(fault: Fault): Answer {
  const body = 'the emulator was told to fail';
  if (fault.kind === 'rate_limited')
    return { status: 429, body, headers: { 'retry-after': String(fault.retryAfterSeconds) } };
  return { status: fault.kind === 'http' ? fault.status : 503, body };
}

function loginPage(world: World, rule: string, detail: string): Answer {
  world.refuse('url_private', rule, [detail]);
  return { status: 200, body: LOGIN_PAGE, headers: { 'content-type': 'text/html; charset=utf-8' } };
}
