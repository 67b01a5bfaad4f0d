import { planDeliveries } from '../db/deliveries';
import { newId } from '../db/ids';
import { type Import, updateHeldImport } from '../db/imports';
import { requireProgram } from '../db/programs';
import { localDateAt } from '../domain/dates';
import type { RosterFault } from '../domain/roster';
import { faultPages, mostFaults } from '../domain/roster-import';
import { deliverJob } from '../jobs/catalog';
import { type Context, transact, type Unit } from './context';
import { touchImport } from './touch-import';

type End =
  | { status: 'cancelled' }
  | { status: 'failed'; problem: NonNullable<Import['problem']> }
  | { status: 'refused'; faults: readonly RosterFault[] };

/** Ends an import of which nothing was written, while it is still held by this very claim, and says why. */
export async function endImport(context: Context, claim: Import, end: End): Promise<void> {
  await transact(context, async (unit) => {
    const faults = end.status === 'refused' ? end.faults : [];
    const ended = await updateHeldImport(unit.db, claim, {
      status: end.status,
      problem: end.status === 'failed' ? end.problem : null,
      faults: faults.slice(0, mostFaults),
      faultCount: faults.length,
      finishedAt: unit.now,
    });
    if (!ended) return;
    await touchImport(unit, ended);
    await planFaultPages(unit, ended);
  });
}

/** What doesn't fit into the message stands in its thread. */
async function planFaultPages({ db, now, jobs }: Unit, ended: Import): Promise<void> {
  const { id: parentId, workspaceId, programId, requestedBy: recipient, faultCount } = ended;
  const pages = faultPages(faultCount);
  if (pages === 1) return;
  const { zone } = await requireProgram(db, ended);
  const base = { workspaceId, programId, kind: 'import' as const, recipient, parentId, live: false };
  const about = { ...base, onDate: localDateAt(now, zone), runAt: now, createdAt: now };
  const further = Array.from({ length: pages - 1 }, (_, n) => ({
    delivery: { ...about, id: newId(), dedupeKey: `import-${parentId}-${n + 1}`, page: n + 1 },
    learners: [],
  }));
  const [first] = further;
  await planDeliveries(db, further);
  if (first) jobs.push(deliverJob(first.delivery.id, 0));
}
