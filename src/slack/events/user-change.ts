import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { localeFrom } from '../../domain/locale';
import { updateMember } from '../../usecases/update-member';
import { workspaceOf } from '../asker';
import type { BotDeps } from '../bot-deps';

type UserChange = SlackEventMiddlewareArgs<'user_change'> & AllMiddlewareArgs;

/** Somebody changed her name, zone or language in Slack, left it or came back. */
export function userChanged(deps: BotDeps) {
  return async ({ event, context }: UserChange): Promise<void> => {
    const workspaceId = workspaceOf(context);
    const { user } = event;
    const locale = user.locale ? localeFrom(user.locale) : undefined;
    if (locale) deps.locales.note(workspaceId, user.id, locale);
    await updateMember(deps.context(), {
      workspaceId,
      userId: user.id,
      at: new Date(Number(event.event_ts) * 1000),
      gone: user.deleted,
      name: user.profile.display_name || user.profile.real_name,
      zone: user.tz,
      locale,
    });
  };
}
