import { latestDateAt } from '../../domain/dates';
import type { LibraryHit } from '../../domain/library';
import type { Context } from '../context';
import { findEntries } from './find-entries';
import { type CaseViewing, requireCase } from './open-case';

/** What Slack shows at most in one answer. */
const mostOptions = 100;

/**
 * Other cases of a case's program that fit what is typed: those like it, before anything is.
 * @throws {UserError} caseGone
 */
export async function suggestCases(
  { db, now }: Context,
  { typed, ...viewing }: CaseViewing & { typed: string },
): Promise<LibraryHit[]> {
  const { programId, title } = await requireCase(db, viewing);
  const wanted = {
    workspaceId: viewing.workspaceId,
    viewerId: viewing.viewerId,
    programId,
    text: typed.trim() === '' ? title : typed,
    filters: { kind: 'case' as const },
    today: latestDateAt(now),
  };
  const { hits } = await findEntries(db, wanted, { offset: 0, limit: mostOptions });
  return hits.filter(({ sourceId }) => sourceId !== viewing.caseId);
}
