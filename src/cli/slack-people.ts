import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Person } from '../domain/roster';
import { type AskedFrom, describedBySlack } from '../slack/people';
import { Failure } from './failure';
import { reasonOf } from './reason';
import type { SlackApi } from './world';

/** How often one call waits until Slack has time for it. */
const MOST_WAITS = 5;

/** A user as Slack has her, or why she can't be taken. */
export type FoundPerson = { person: Person } | { userId: string; problem: string };

/** Asks for each user in turn; `onFound` hears how many are done. */
export async function findPeople(
  slack: SlackApi,
  userIds: readonly string[],
  from: AskedFrom,
  onFound: (done: number) => void = () => undefined,
): Promise<FoundPerson[]> {
  const found: FoundPerson[] = [];
  for (const userId of userIds) {
    found.push(await findPerson(slack, userId, from));
    onFound(found.length);
  }
  return found;
}

async function findPerson(slack: SlackApi, userId: string, from: AskedFrom): Promise<FoundPerson> {
  const answer = await askSlack(
    () => slack.users.info({ user: userId, include_locale: true }),
    ['user_not_found'],
  );
  if (typeof answer === 'string') return { userId, problem: PROBLEMS.unknown };
  const found = describedBySlack(userId, answer.user, from);
  return 'person' in found ? { person: found.person } : { userId, problem: PROBLEMS[found.problem] };
}

const PROBLEMS = {
  unknown: 'no such user in this Slack workspace',
  deactivated: 'this Slack account is deactivated',
  bot: 'a bot; expected a person',
  external: 'of another organisation; expected a member of this Slack workspace',
};

/**
 * Calls Slack, waiting when it asks for that. Returns the error's code if it is one of `expected`.
 * @throws {Failure} for any other.
 */
export async function askSlack<T>(
  call: () => Promise<T>,
  expected: readonly string[] = [],
): Promise<T | string> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof WebAPIRateLimitedError && waits < MOST_WAITS) await pause(error.retryAfter * 1000);
      else if (error instanceof WebAPIPlatformError && expected.includes(error.data.error))
        return error.data.error;
      else throw new Failure(`Slack did not answer as expected: ${slackProblem(error)}`);
    }
  }
}

/** What went wrong with a call, and what to do about it where that is known. */
export function slackProblem(error: unknown): string {
  if (!(error instanceof WebAPIPlatformError)) return reasonOf(error);
  const { error: code } = error.data;
  const hint = HINTS.get(code);
  return hint ? `${code}: ${hint}` : code;
}

const HINTS: ReadonlyMap<string, string> = new Map([
  ['invalid_auth', 'copy the token again from "OAuth & Permissions" of your Slack app'],
  ['not_authed', 'SLACK_BOT_TOKEN is empty'],
  ['account_inactive', 'the app was removed from the workspace; install it again'],
  ['token_revoked', 'install the app again and copy its new token'],
  ['missing_scope', 'paste manifest.json into the app\'s "App Manifest" and install it again'],
]);
