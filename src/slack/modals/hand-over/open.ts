import type { WebClient } from '@slack/web-api';
import { messagesFor } from '../../../i18n';
import { openHandover } from '../../../usecases/open-handover';
import type { Place } from '../../actions/place';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { openInTime } from '../open-in-time';
import { handOverView } from './view';

interface Opening {
  client: WebClient;
  asker: Asker;
  triggerId: string;
  place: Place;
  /** Null: chosen in the modal. */
  learnerId: string | null;
}

/** Opens the handover of one learner, or of several of one's own. */
export async function openHandOverModal(
  deps: BotDeps,
  { client, asker, triggerId, place: { how, ...place }, learnerId }: Opening,
): Promise<void> {
  const content = openHandover(deps.context(), { ...asker, learnerId }).then(({ locale, learner }) => {
    deps.locales.note(asker.workspaceId, asker.userId, locale);
    return handOverView(learner, messagesFor(locale), {
      ...place,
      ...{ locale, learnerId, version: learner?.version ?? 0 },
    });
  });
  await openInTime(deps, client, { asker, triggerId, how, title: (t) => t.handover.title }, content);
}
