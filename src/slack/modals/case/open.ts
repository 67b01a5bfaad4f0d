import type { ModalView } from '@slack/types';
import type { EntryKey } from '../../../domain/search/entry';
import { messagesFor } from '../../../i18n';
import { openCase } from '../../../usecases/library/open-case';
import { openEntry } from '../../../usecases/library/open-entry';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import type { Carried } from '../cases/meta';
import { caseView, entryView } from './view';

/** An entry of the library, from live data, in the viewer's language. */
export async function entryModal(
  deps: BotDeps,
  { workspaceId, userId: viewerId }: Asker,
  { kind, sourceId }: EntryKey,
  carried: Carried,
): Promise<ModalView> {
  const viewer = { workspaceId, viewerId };
  if (kind !== 'case') {
    const { locale, entry } = await openEntry(deps.context(), { ...viewer, kind, sourceId });
    return entryView(entry, messagesFor(locale), { ...carried, locale });
  }
  const { locale, read, similar } = await openCase(deps.searching(), { ...viewer, caseId: sourceId });
  deps.locales.note(workspaceId, viewerId, locale);
  return caseView(read, similar, messagesFor(locale), { ...carried, locale });
}
