import type { WebClient } from '@slack/web-api';
import { openLearnerCard } from '../../../usecases/open-learner-card';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import type { CardBelow } from '../card-below';
import { updateIfOpen } from '../update-if-open';
import { cardModal } from './open';

/** Draws a card again that is still open. Undefined: there was none. */
export async function redrawCard(
  deps: BotDeps,
  slack: WebClient,
  asker: Asker,
  { card, channelId }: { card?: CardBelow | undefined; channelId: string | null },
): Promise<void> {
  if (!card) return;
  const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
  const opened = await openLearnerCard(deps.context(), { ...viewer, learnerId: card.learnerId });
  await updateIfOpen(slack, card.viewId, cardModal(deps, asker, opened, channelId));
}
