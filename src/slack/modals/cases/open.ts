import type { ModalView } from '@slack/types';
import { messagesFor } from '../../../i18n';
import { searchLibrary } from '../../../usecases/library/search-library';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import type { SearchState } from './search-state';
import { casesPerPage, casesView } from './view';

/** The library, searched and drawn in the viewer's language. */
export async function casesModal(
  deps: BotDeps,
  { workspaceId, userId: viewerId }: Asker,
  search: SearchState,
  channelId: string | null,
): Promise<ModalView> {
  const asked = { workspaceId, viewerId, ...search, limit: casesPerPage };
  const { locale, ...page } = await searchLibrary(deps.searching(), asked);
  deps.locales.note(workspaceId, viewerId, locale);
  return casesView(search, page, messagesFor(locale), { locale, channelId });
}
