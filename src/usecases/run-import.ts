import { completeImport, type Import, updateHeldImport } from '../db/imports';
import type { Person, Roster } from '../domain/roster';
import { type Context, transact } from './context';
import { endImport } from './end-import';
import { type ImportCounts, importRoster } from './import-roster';
import { touchImport } from './touch-import';

/** Thrown in the midst of an import, which undoes all of it. */
class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

/**
 * Imports a claimed roster, all or nothing, and ends the claim in the same transaction. How far it is, and whether it
 * shall stop, is told over another connection: what a transaction has written nobody sees before its end.
 */
export async function runImport(
  contextNow: () => Context,
  claim: Import,
  roster: Roster,
  people: readonly Person[],
): Promise<void> {
  const { workspaceId, programId, requestedBy: actorId } = claim;
  try {
    const result = await importRoster(contextNow(), { workspaceId, programId }, roster, {
      people,
      actorId,
      onProgress: (doneCount, totalCount) => noteAlive(contextNow(), claim, { doneCount, totalCount }),
      atEnd: async (unit, counts) => {
        if (!(await completeImport(unit.db, claim, { ...columnsOf(counts), finishedAt: contextNow().now })))
          throw new ImportStopped();
        await touchImport(unit, claim);
      },
    });
    if (result.kind === 'refused')
      await endImport(contextNow(), claim, { status: 'refused', faults: result.faults });
  } catch (error) {
    if (!(error instanceof ImportStopped)) throw error;
    // Somebody wants it stopped, or has taken it over: then this claim holds it no more, and ends nothing.
    await endImport(contextNow(), claim, { status: 'cancelled' });
  }
}

/** Shows a sign of life and how far it is. @throws {ImportStopped} when it shall go no further */
async function noteAlive(
  context: Context,
  claim: Import,
  progress: Pick<Import, 'doneCount' | 'totalCount'>,
): Promise<void> {
  const held = await transact(context, async (unit) => {
    const row = await updateHeldImport(unit.db, claim, { ...progress, aliveAt: unit.now });
    if (row) await touchImport(unit, row);
    return row;
  });
  if (!held || held.cancelRequestedAt) throw new ImportStopped();
}

function columnsOf({ added, changed, unchanged }: ImportCounts) {
  return { addedCount: added, changedCount: changed, unchangedCount: unchanged };
}
