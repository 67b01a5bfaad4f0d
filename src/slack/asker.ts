import type { Context as BoltContext } from '@slack/bolt';
import { findMember } from '../db/members';
import { type Locale, localeFrom } from '../domain/locale';
import { type Messages, messagesFor } from '../i18n';
import { describeError } from '../log';
import { withinTime } from '../time-limit';
import type { BotDeps } from './bot-deps';

/** Who asks, and in which workspace. */
export interface Asker {
  workspaceId: string;
  userId: string;
}

/** @throws {Error} when Slack names no workspace or person, as only a malformed request does. */
export function askerOf(context: BoltContext): Asker {
  const workspaceId = workspaceOf(context);
  if (!context.userId) throw new Error('request: user: expected one');
  return { workspaceId, userId: context.userId };
}

/** For what no person asks for. @throws {Error} when Slack names no workspace, as only a malformed request does. */
export function workspaceOf(context: BoltContext): string {
  const workspaceId = context.isEnterpriseInstall ? context.enterpriseId : context.teamId;
  if (!workspaceId) throw new Error('request: team: expected one');
  return workspaceId;
}

/** What Slack is asked of a person whom we don't know. */
interface ProfileSource {
  users: { info(args: { user: string; include_locale: boolean }): Promise<{ user?: { locale?: string } }> };
}

/**
 * The texts in the person's language: as noted, else as Slack says, else as last seen. Never throws: they are
 * needed most when something is broken.
 */
export async function textsFor(deps: BotDeps, asker: Asker, slack: ProfileSource): Promise<Messages> {
  const locale = (await localeNoted(deps, asker)) ?? (await localeInSlack(deps, asker, slack));
  if (locale) deps.locales.note(asker.workspaceId, asker.userId, locale);
  return lastSeenTexts(deps, asker);
}

/** The texts in the language last seen of the person, without asking anybody. */
export function lastSeenTexts({ locales }: BotDeps, { workspaceId, userId }: Asker): Messages {
  return messagesFor(locales.of(workspaceId, userId));
}

async function localeNoted(deps: BotDeps, asker: Asker): Promise<Locale | null> {
  try {
    const asked = findMember(deps.context().db, asker, asker.userId);
    return (await withinTime(deps.patienceMs, 'language in the database', asked))?.locale ?? null;
  } catch (error) {
    deps.logger.info(describeError(error), 'language: the database does not tell');
    return null;
  }
}

async function localeInSlack(
  { logger }: BotDeps,
  { userId }: Asker,
  slack: ProfileSource,
): Promise<Locale | null> {
  try {
    const { user } = await slack.users.info({ user: userId, include_locale: true });
    return localeFrom(user?.locale);
  } catch (error) {
    logger.info(describeError(error), 'language: Slack does not tell');
    return null;
  }
}
