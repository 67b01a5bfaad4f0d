import { findEntryFor } from '../../db/library-reading';
import { findMember } from '../../db/members';
import type { LibraryHit } from '../../domain/library';
import type { Locale } from '../../domain/locale';
import type { WorkspaceScope } from '../../domain/scope';
import type { EntryKey } from '../../domain/search/entry';
import { UserError } from '../../errors';
import type { Context } from '../context';

/**
 * A win that was shared, or a message that worked.
 * @throws {UserError} caseGone: it isn't shared any more, or is of no program of hers.
 */
export async function openEntry(
  { db }: Context,
  { viewerId, ...key }: WorkspaceScope & EntryKey & { viewerId: string },
): Promise<{ locale: Locale; entry: LibraryHit }> {
  const entry = await findEntryFor(db, key, viewerId, key);
  if (!entry) throw new UserError('caseGone');
  const member = await findMember(db, key, viewerId);
  return { locale: member?.locale ?? 'ja', entry };
}
