import type { Part } from '../../db/library-search';
import { latestDateAt } from '../../domain/dates';
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
  const { offset, limit, ...wanted } = search;
  const today = latestDateAt(now);
  const { viewer, ...page } = await findEntries(db, { ...wanted, today }, { offset, limit });
  if (!viewer) throw new UserError('noPrograms');
  return { ...page, ...viewer };
}
