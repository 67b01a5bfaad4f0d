import type { Part } from '../../db/library-search';
import { findDesk } from '../../db/members';
import { localDateAt } from '../../domain/dates';
import type { LibraryPage } from '../../domain/library';
import type { Locale } from '../../domain/locale';
import type { WorkspaceScope } from '../../domain/scope';
import type { LibraryFilters } from '../../domain/search/query';
import { UserError } from '../../errors';
import type { Context } from '../context';
import { findEntries } from './find-entries';

export interface LibrarySearch extends WorkspaceScope, Part {
  viewerId: string;
  /** What she typed; '' for nothing. */
  text: string;
  filters: LibraryFilters;
}

interface FoundForViewer extends LibraryPage {
  /** The viewer's language. */
  locale: Locale;
  /** Whether she leads one of the programs, and so may bring back what was retired. */
  leads: boolean;
}

/**
 * What the library of the viewer's programs has for her words, the best first.
 * @throws {UserError} noPrograms: she supports none.
 */
export async function searchLibrary({ db, now }: Context, search: LibrarySearch): Promise<FoundForViewer> {
  const { viewerId, text, filters, offset, limit } = search;
  const desk = await findDesk(db, search, viewerId);
  const [first] = desk?.programs ?? [];
  if (!desk || !first) throw new UserError('noPrograms');
  const programIds = desk.programs.map(({ id }) => id);
  const today = localDateAt(now, first.zone);
  const { workspaceId } = search;
  const page = await findEntries(db, { workspaceId, programIds, text, filters, today }, { offset, limit });
  const leads = desk.programs.some(({ role }) => role === 'lead');
  return { ...page, locale: desk.member.locale, leads };
}
