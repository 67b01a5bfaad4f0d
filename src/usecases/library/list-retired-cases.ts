import { retiredCasesFor } from '../../db/case-reading';
import type { Part } from '../../db/library-search';
import { findDesk } from '../../db/members';
import type { RetiredCase } from '../../domain/library';
import type { Locale } from '../../domain/locale';
import type { WorkspaceScope } from '../../domain/scope';
import { UserError } from '../../errors';
import type { Context } from '../context';

/**
 * Part of the retired cases of the programs that the viewer leads, the latest retired first.
 * @throws {UserError} leadsOnly: she leads none.
 */
export async function listRetiredCases(
  { db }: Context,
  { viewerId, ...asked }: WorkspaceScope & Part & { viewerId: string },
): Promise<{ locale: Locale; cases: RetiredCase[]; total: number }> {
  const desk = await findDesk(db, asked, viewerId);
  if (!desk?.programs.some(({ role }) => role === 'lead')) throw new UserError('leadsOnly');
  return { locale: desk.member.locale, ...(await retiredCasesFor(db, asked, viewerId, asked)) };
}
