import type { AllMiddlewareArgs } from '@slack/bolt';
import { messagesFor } from '../../../i18n';
import { openSettings } from '../../../usecases/open-settings';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { openInTime } from '../open-in-time';
import { settingsView } from './view';

interface Opening extends Pick<AllMiddlewareArgs, 'client'> {
  asker: Asker;
  triggerId: string;
  channelId: string | null;
}

/** Opens somebody's own settings. */
export async function openSettingsModal(
  deps: BotDeps,
  { asker, client, triggerId, channelId }: Opening,
): Promise<void> {
  const content = openSettings(deps.context(), asker).then((opened) => {
    const { locale, slackZone } = opened;
    deps.locales.note(asker.workspaceId, asker.userId, locale);
    return settingsView(opened, messagesFor(locale), { locale, channelId, slackZone });
  });
  await openInTime(deps, client, { asker, triggerId, how: 'open', title: (t) => t.settings.title }, content);
}
