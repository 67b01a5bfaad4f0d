import { planDeliveries } from '../db/deliveries';
import { findImport, insertImport } from '../db/imports';
import { localDateAt } from '../domain/dates';
import { largestRoster } from '../domain/roster-import';
import type { ProgramScope } from '../domain/scope';
import { UserError } from '../errors';
import { deliverJob, importJob } from '../jobs/catalog';
import { type Context, transact } from './context';
import { findLedProgram } from './find-led-program';

export interface NewImport extends ProgramScope {
  /** Whoever asks again under the same id finds it there, and nothing is begun twice. */
  id: string;
  /** The lead who asks. */
  actorId: string;
  file: { id: string; size: number };
}

/**
 * Has a roster imported that somebody uploaded. A message tells her how it goes.
 * @throws {UserError} notLead, rosterTooLarge, importUnderWay: one at a time in each program, savedAsSent for another file
 */
export function requestImport(
  context: Context,
  { id, workspaceId, programId, actorId, file }: NewImport,
): Promise<{ repeated: boolean }> {
  return transact(context, async ({ db, now, jobs }) => {
    const { program } = await findLedProgram(db, { workspaceId }, actorId, { programId });
    if (file.size > largestRoster) throw new UserError('rosterTooLarge', { max: largestRoster / 1_000_000 });
    const about = { id, workspaceId, programId, createdAt: now };
    const added = await insertImport(db, { ...about, requestedBy: actorId, fileId: file.id, runAt: now });
    if (!added) {
      const earlier = await findImport(db, { workspaceId }, id);
      if (!earlier) throw new UserError('importUnderWay');
      if (earlier.fileId !== file.id) throw new UserError('savedAsSent');
      return { repeated: true };
    }
    const delivery = {
      ...about,
      kind: 'import' as const,
      dedupeKey: `import-${id}`,
      recipient: actorId,
      onDate: localDateAt(now, program.zone),
      runAt: now,
    };
    await planDeliveries(db, [{ delivery, learners: [] }]);
    jobs.push(deliverJob(id, 0), importJob(id, 0));
    return { repeated: false };
  });
}
