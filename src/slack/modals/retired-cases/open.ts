import type { ModalView } from '@slack/types';
import { messagesFor } from '../../../i18n';
import { listRetiredCases } from '../../../usecases/library/list-retired-cases';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { retiredCasesView, retiredPerPage } from './view';

/** The retired cases of the viewer's programs, from live data, in her language. */
export async function retiredCasesModal(
  deps: BotDeps,
  asker: Asker,
  offset: number,
  channelId: string | null,
): Promise<ModalView> {
  const { workspaceId, userId: viewerId } = asker;
  const part = { offset, limit: retiredPerPage };
  const { locale, ...page } = await listRetiredCases(deps.context(), { workspaceId, viewerId, ...part });
  deps.locales.note(workspaceId, viewerId, locale);
  // The last one of a page was brought back meanwhile: the page before it.
  if (page.cases.length === 0 && offset > 0) {
    return retiredCasesModal(deps, asker, Math.max(0, offset - retiredPerPage), channelId);
  }
  const retired = { viewId: null, offset };
  return retiredCasesView({ ...page, offset }, messagesFor(locale), { locale, channelId, retired });
}
