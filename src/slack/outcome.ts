import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** What became of a call to Slack that failed. */
export type SlackFailure =
  /** Slack asks to wait; nothing happened. */
  | { kind: 'rateLimited'; afterMs: number }
  /** This recipient can't be reached, whatever is sent. */
  | { kind: 'unreachable'; code: string }
  /** Slack refuses everything from us: an operator must mend the token or its scopes. Nothing happened. */
  | { kind: 'locked'; code: string }
  /** Slack refuses this message; it would refuse it again. */
  | { kind: 'refused'; code: string }
  /** It may have happened or not: a time-out, a broken connection, an error inside Slack. */
  | { kind: 'doubtful'; code: string };

const unreachable = new Set([
  'account_inactive',
  'cannot_dm_bot',
  'channel_is_archived',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'not_in_channel',
  'restricted_action',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
]);

const locked = new Set([
  'access_denied',
  'accesslimited',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);

const insideSlack = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

/** A file that Slack didn't hand over this time: it failed inside, or broke off, or asked to wait. */
export class FileUnavailable extends Error {
  override readonly name = 'FileUnavailable';

  constructor(
    readonly code: string,
    /** Slack's Retry-After, in milliseconds. */
    readonly afterMs: number | null = null,
  ) {
    super(`file: ${code}`);
  }
}

/** @throws the error itself when it didn't come from a call to Slack. */
export function slackFailure(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'rateLimited', afterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return platformFailure(error.data.error);
  if (error instanceof WebAPIHTTPError) return { kind: 'doubtful', code: `http_${error.statusCode}` };
  if (error instanceof FileUnavailable) {
    const { code, afterMs } = error;
    return afterMs === null ? { kind: 'doubtful', code } : { kind: 'rateLimited', afterMs };
  }
  if (error instanceof WebAPIRequestError) return { kind: 'doubtful', code: 'no_answer' };
  throw error;
}

function platformFailure(code: string): SlackFailure {
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'rateLimited', afterMs: 30_000 };
  if (unreachable.has(code)) return { kind: 'unreachable', code };
  if (locked.has(code)) return { kind: 'locked', code };
  if (insideSlack.has(code)) return { kind: 'doubtful', code };
  return { kind: 'refused', code };
}

const unknown = new Set(['channel_not_found', 'user_not_found', 'user_not_visible']);

/** Whether Slack knows nobody and nothing of that id, or won't tell us of it. */
export function isUnknown(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && unknown.has(error.data.error);
}
