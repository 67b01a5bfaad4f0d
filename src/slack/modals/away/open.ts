import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { messagesFor } from '../../../i18n';
import { openAway } from '../../../usecases/open-away';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { openInTime } from '../open-in-time';
import { awayOverviewView } from './overview';
import { awayView } from './view';

interface Opening {
  client: WebClient;
  asker: Asker;
  triggerId: string;
  channelId: string | null;
}

/** Opens somebody's time away: the form at once where nothing is planned yet. */
export async function openAwayModal(
  deps: BotDeps,
  { client, asker, triggerId, channelId }: Opening,
): Promise<void> {
  const content = drawAway(deps, asker, channelId);
  await openInTime(deps, client, { asker, triggerId, how: 'open', title: (t) => t.away.title }, content);
}

/** The form for time away, on top of the overview. */
export async function pushAwayForm(
  deps: BotDeps,
  { client, asker, triggerId, channelId, how }: Opening & { how: 'open' | 'push' },
): Promise<void> {
  const content = openAway(deps.context(), asker).then(({ locale, today }) => {
    deps.locales.note(asker.workspaceId, asker.userId, locale);
    return awayView(messagesFor(locale), { locale, today, channelId });
  });
  await openInTime(deps, client, { asker, triggerId, how, title: (t) => t.away.title }, content);
}

async function drawAway(deps: BotDeps, asker: Asker, channelId: string | null): Promise<ModalView> {
  const opened = await openAway(deps.context(), asker);
  const { locale, today, absences } = opened;
  deps.locales.note(asker.workspaceId, asker.userId, locale);
  const t = messagesFor(locale);
  if (absences.length === 0) return awayView(t, { locale, today, channelId });
  return awayOverviewView(opened, t, { locale, channelId });
}
