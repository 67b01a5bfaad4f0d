import type { ModalView } from '@slack/types';
import { messagesFor } from '../../../i18n';
import type { OpenedPlan } from '../../../usecases/open-plan';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import type { PlanMeta } from './meta';
import { planView } from './view';

/** Draws an opened plan in its viewer's language, and notes that language for later. */
export function planModal(
  deps: BotDeps,
  { workspaceId, userId }: Asker,
  { locale, today, learner }: OpenedPlan,
  origin: Pick<PlanMeta, 'channelId' | 'picking' | 'card'>,
): ModalView {
  deps.locales.note(workspaceId, userId, locale);
  const meta = { ...origin, locale, today, learnerId: learner?.id ?? null };
  return planView(learner, messagesFor(locale), meta);
}
