import { flagCounts, lockNextMessages, touchMessages } from '../db/care-flags';
import { type NewDelivery, planDeliveries } from '../db/deliveries';
import { newId } from '../db/ids';
import type { Member } from '../db/members';
import { type careSlot, flagsPerMessage } from '../domain/care';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { deliverJob, refreshJob } from '../jobs/catalog';
import type { Unit } from './context';

type Recipient = Pick<Member, 'workspaceId' | 'userId' | 'zone'>;

/** A message of its own to somebody of a care team, to go out at once. Returns its id. */
export async function urgentMessage(unit: Unit, recipient: Recipient): Promise<string> {
  const id = newId();
  const on = localDateAt(unit.now, recipient.zone);
  await planDeliveries(unit.db, [
    {
      learners: [],
      // Each flag is urgent once: nothing else has to keep it from being told twice.
      delivery: {
        ...messageTo(recipient, on, unit.now),
        id,
        kind: 'care_urgent',
        dedupeKey: `care-urgent-${id}`,
        runAt: unit.now,
      },
    },
  ]);
  unit.jobs.push(deliverJob(id, 0));
  return id;
}

/**
 * The daily message to somebody of a care team that is next to go out: one is made where there is none with room. Returns
 * its id. The sweep has it posted when its time comes.
 */
export async function dailyMessage(
  unit: Unit,
  recipient: Recipient,
  slot: ReturnType<typeof careSlot>,
): Promise<string> {
  for (let part = 0; ; part += 1) {
    const waiting = await messageWithRoom(unit, recipient, slot.on);
    if (waiting) return waiting;
    const id = newId();
    const dedupeKey = `care-team-${recipient.userId}-${slot.on}-${part}`;
    const message = messageTo(recipient, slot.on, unit.now);
    const delivery: NewDelivery = { ...message, id, kind: 'care_team', dedupeKey, runAt: slot.at };
    const fresh = await planDeliveries(unit.db, [{ delivery, learners: [] }]);
    if (fresh.has(id)) return id;
  }
}

async function messageWithRoom(unit: Unit, recipient: Recipient, on: LocalDate): Promise<string | null> {
  const waiting = await lockNextMessages(unit.db, recipient, { userId: recipient.userId, on, now: unit.now });
  const counts = await flagCounts(unit.db, recipient, waiting);
  const found = waiting.find((id) => (counts.get(id) ?? 0) < flagsPerMessage);
  // It may have been posted without our knowing: then it is drawn again.
  if (found) await redrawMessages(unit, recipient, [found]);
  return found ?? null;
}

function messageTo({ workspaceId, userId }: Recipient, onDate: LocalDate, now: Date) {
  return { workspaceId, recipient: userId, onDate, createdAt: now };
}

/** Has messages to a care team drawn again once they are posted: what they tell has changed. */
export async function redrawMessages(
  { db, jobs }: Unit,
  scope: WorkspaceScope,
  deliveryIds: readonly string[],
): Promise<void> {
  for (const { id, status, shownRevision } of await touchMessages(db, scope, deliveryIds)) {
    if (status === 'sent') jobs.push(refreshJob(id, shownRevision));
  }
}
