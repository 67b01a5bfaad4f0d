import type { ModalView } from '@slack/types';
import { messagesFor } from '../../../i18n';
import { openAddition } from '../../../usecases/add-learner';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { addLearnerView } from './view';

interface Addition {
  channelId: string | null;
  /** Filled in beforehand. */
  name: string;
  /** The id that the learner will have. */
  learnerId: string;
  programId?: string;
}

/** The modal for a new learner, whose course may begin today. */
export async function additionModal(
  deps: BotDeps,
  asker: Asker,
  { channelId, name, learnerId, programId }: Addition,
): Promise<ModalView> {
  const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
  const opened = await openAddition(deps.context(), { ...viewer, channelId, programId: programId ?? null });
  const { locale, today, programs, supporters } = opened;
  deps.locales.note(asker.workspaceId, asker.userId, locale);
  const meta = { locale, channelId, learnerId, programId: opened.programId, version: 0, today };
  const form = { given: { name, startedOn: today }, programs, supporters };
  return addLearnerView(form, messagesFor(locale), meta);
}
