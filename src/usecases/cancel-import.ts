import { audit } from '../db/audit';
import { findImport, stopImport } from '../db/imports';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { type Context, transact } from './context';
import { findLedProgram } from './find-led-program';
import { touchImport } from './touch-import';

/**
 * Has an import stopped: nothing of it is written then. Asking again is the same.
 * @throws {UserError} notLead, importOver
 */
export function cancelImport(
  context: Context,
  { workspaceId, actorId, importId }: WorkspaceScope & { actorId: string; importId: string },
): Promise<void> {
  return transact(context, async (unit) => {
    const found = await findImport(unit.db, { workspaceId }, importId);
    if (!found) throw new UserError('notLead');
    await findLedProgram(unit.db, { workspaceId }, actorId, found);
    const stopped = await stopImport(unit.db, { workspaceId }, importId, unit.now);
    if (!stopped) {
      if (found.status === 'cancelled') return;
      throw new UserError('importOver');
    }
    await touchImport(unit, stopped);
    const { programId } = found;
    const about = { workspaceId, programId, actorId, subjectId: importId };
    await audit(unit.db, { ...about, action: 'import.cancelled', details: {}, at: unit.now });
  });
}
