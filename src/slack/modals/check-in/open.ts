import type { ModalView } from '@slack/types';
import { messagesFor } from '../../../i18n';
import type { OpenedForm } from '../../../usecases/open-check-in';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import type { CheckInMeta } from './meta';
import { checkInView } from './view';

type Origin = Pick<CheckInMeta, 'channelId' | 'permalink' | 'card'>;

/** Draws an opened form in its viewer's language, and notes that language for later. */
export function checkInModal(
  deps: BotDeps,
  { workspaceId, userId }: Asker,
  { locale, form }: OpenedForm,
  origin: Origin,
): ModalView {
  deps.locales.note(workspaceId, userId, locale);
  const { today, learner, correcting } = form;
  const meta = { ...origin, locale, today, correcting, learnerId: learner?.id ?? null };
  return checkInView(form, messagesFor(locale), meta);
}
