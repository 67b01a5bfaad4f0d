import type { Queryable } from '../db/client';
import type { Delivery } from '../db/deliveries';
import { findImport } from '../db/imports';
import { findMember } from '../db/members';
import { requireProgram } from '../db/programs';
import type { Locale } from '../domain/locale';
import { faultsPerPage, type ImportModel } from '../domain/roster-import';

/** What a page of an import's message says now. Null: there is nothing to say. */
export async function buildImport(
  db: Queryable,
  { workspaceId, id, parentId, page, recipient }: Delivery,
): Promise<{ locale: Locale; model: ImportModel } | null> {
  const found = await findImport(db, { workspaceId }, parentId ?? id);
  const member = await findMember(db, { workspaceId }, recipient);
  if (!found || !member) return null;
  const { name: programName } = await requireProgram(db, found);
  const { status, doneCount, totalCount, addedCount, changedCount, unchangedCount } = found;
  const counts = { doneCount, totalCount, addedCount, changedCount, unchangedCount };
  const { faults, faultCount, problem, programId, cancelRequestedAt } = found;
  return {
    locale: member.locale,
    model: {
      ...counts,
      importId: found.id,
      programId,
      programName,
      status,
      stopping: cancelRequestedAt !== null,
      problem,
      faults: faults.slice(page * faultsPerPage, (page + 1) * faultsPerPage),
      faultCount,
      page,
    },
  };
}
