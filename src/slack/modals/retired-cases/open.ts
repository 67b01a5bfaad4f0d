import type { ModalView } from '@slack/types';
import { messagesFor } from '../../../i18n';
import { listRetiredCases } from '../../../usecases/library/list-retired-cases';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { retiredCasesView, retiredPerPage } from './view';

/** The retired cases of the viewer's programs, from live data, in her language. */
export async function retiredCasesModal(
  deps: BotDeps,
  { workspaceId, userId: viewerId }: Asker,
  offset: number,
  channelId: string | null,
): Promise<ModalView> {
  const part = { offset, limit: retiredPerPage };
  const { locale, ...page } = await listRetiredCases(deps.context(), { workspaceId, viewerId, ...part });
  deps.locales.note(workspaceId, viewerId, locale);
  return retiredCasesView({ ...page, offset }, messagesFor(locale), { locale, channelId });
}
