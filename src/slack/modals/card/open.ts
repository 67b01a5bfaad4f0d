import type { ModalView } from '@slack/types';
import { messagesFor } from '../../../i18n';
import type { FoundLearner } from '../../../usecases/find-learner';
import type { OpenedCard } from '../../../usecases/open-learner-card';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { findLearnerView } from './find-view';
import { cardView } from './view';

/** Draws an opened card in its viewer's language, and notes that language for later. */
export function cardModal(
  deps: BotDeps,
  { workspaceId, userId }: Asker,
  { locale, today, card }: OpenedCard,
  channelId: string | null,
): ModalView {
  deps.locales.note(workspaceId, userId, locale);
  return cardView(card, today, messagesFor(locale), { locale, channelId, learnerId: card.learnerId });
}

/** The card of whoever was found, or the question who is meant. */
export function foundModal(
  deps: BotDeps,
  asker: Asker,
  found: FoundLearner,
  { typed, channelId }: { typed: string; channelId: string | null },
): ModalView {
  if (found.kind === 'card') return cardModal(deps, asker, found, channelId);
  const { locale, matches } = found;
  deps.locales.note(asker.workspaceId, asker.userId, locale);
  return findLearnerView({ typed, matches }, messagesFor(locale), { locale, channelId, learnerId: null });
}
