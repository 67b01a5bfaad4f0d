import { askableOf, type DueFollowUp, lockFollowUps, setFollowUps } from '../../db/consultation-closing';
import { planDeliveries } from '../../db/deliveries';
import { newId } from '../../db/ids';
import { leadsToTell } from '../../db/members';
import { memberKey } from '../../db/programs';
import { localDateAt } from '../../domain/dates';
import { reminderSlot } from '../../domain/reminders';
import { deliverJob } from '../../jobs/catalog';
import type { Context, Unit } from '../context';
import { type Planner, planBatch } from '../plan-batch';
import { loadWorkers } from '../working-times';

/**
 * Asks how it went on, two weeks after each closing, once: the author, else whoever has closed it, else a lead; nobody where
 * none of them can be asked. It is written on a working day of hers, however late an outage lets it be. Returns how many
 * consultations were looked at.
 * @throws as planBatch
 */
export function planFollowUps(context: Context, limit: number): Promise<number> {
  return planBatch(context, planner, limit);
}

const planner: Planner<DueFollowUp> = {
  lock: lockFollowUps,
  async plan(unit, due) {
    for (const one of due) await askAbout(unit, one);
    await setFollowUps(unit.db, due, null);
  },
  putOff: (db, due, until) => setFollowUps(db, [due], until),
  nameOf: ({ id, workspaceId }) => `follow-up of consultation ${id} of ${workspaceId}`,
};

async function askAbout(unit: Unit, due: DueFollowUp): Promise<void> {
  const { workspaceId, programId, id: consultationId, version } = due;
  const asked = await whomToAsk(unit, due);
  if (asked === null) return;
  const key = { workspaceId, userId: asked };
  const worker = (await loadWorkers(unit.db, [key], unit.now)).get(memberKey(key));
  if (!worker) return;
  const slot = reminderSlot(unit.now, worker.time);
  const runAt = slot.open ? unit.now : slot.nextAt;
  const id = newId();
  const delivery = {
    ...{ id, workspaceId, programId, kind: 'follow_up' as const, recipient: asked, subject: consultationId },
    // Whoever turns out to be out of reach is not asked again, but somebody else may be.
    dedupeKey: `follow-up-${consultationId}-${version}-${asked}`,
    ...{ onDate: localDateAt(runAt, worker.member.zone), runAt, createdAt: unit.now },
  };
  const fresh = await planDeliveries(unit.db, [{ delivery, learners: [] }]);
  // What is due later is found by the sweep.
  if (fresh.has(id) && runAt <= unit.now) unit.jobs.push(deliverJob(id, 0));
}

async function whomToAsk({ db }: Unit, due: DueFollowUp): Promise<string | null> {
  const { workspaceId, programId, authorId, closedBy } = due;
  const first = [authorId, ...(closedBy === null ? [] : [closedBy])];
  const askable = await askableOf(db, due, first);
  const [lead = null] = await leadsToTell(db, { workspaceId, programIds: [programId] });
  return first.find((userId) => askable.has(userId)) ?? lead;
}
