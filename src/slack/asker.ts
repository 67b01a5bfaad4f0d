import type { Context as BoltContext } from '@slack/bolt';
import { findMember } from '../db/members';
import { type Locale, localeFrom } from '../domain/locale';
import { type Messages, messagesFor } from '../i18n';
import type { BotDeps } from './bot-deps';

/** Who asks, and in which workspace. */
export interface Asker {
  workspaceId: string;
  userId: string;
}

/** @throws {Error} when Slack names no workspace or person, as only a malformed request does. */
export function askerOf(context: BoltContext): Asker {
  const workspaceId = context.isEnterpriseInstall ? context.enterpriseId : context.teamId;
  if (!workspaceId || !context.userId) throw new Error('request: team and user: expected both');
  return { workspaceId, userId: context.userId };
}

/** What Slack is asked of a person whom we don't know. */
interface ProfileSource {
  users: { info(args: { user: string; include_locale: boolean }): Promise<{ user?: { locale?: string } }> };
}

/** The texts in the person's language: as noted, else as last seen, else as Slack says. */
export async function textsFor(deps: BotDeps, asker: Asker, slack: ProfileSource): Promise<Messages> {
  return messagesFor(await localeOf(deps, asker, slack));
}

async function localeOf(deps: BotDeps, asker: Asker, slack: ProfileSource): Promise<Locale> {
  const member = await findMember(deps.context().db, asker, asker.userId);
  const locale = member?.locale ?? (await localeInSlack(asker, slack));
  deps.locales.note(asker.workspaceId, asker.userId, locale);
  return locale;
}

async function localeInSlack({ userId }: Asker, slack: ProfileSource): Promise<Locale> {
  const { user } = await slack.users.info({ user: userId, include_locale: true });
  return localeFrom(user?.locale);
}
