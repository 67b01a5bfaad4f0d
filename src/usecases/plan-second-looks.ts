import { lockMembersToLookAgain, type Member, setNextSecondLook } from '../db/members';
import { secondLookSlot } from '../domain/reminders';
import type { Context, Unit } from './context';
import { type Planner, planBatch } from './plan-batch';
import { writeLearnerLists } from './plan-reminders';
import { hasSecondLook, workersOf } from './working-times';

/**
 * Plans the second look of every supporter who asked for one, two hours before her day ends, if somebody is still open
 * then. As with reminders: one per person and day, none on a day off. Returns how many people were looked at.
 * @throws as planBatch
 */
export function planSecondLooks(context: Context, limit: number): Promise<number> {
  return planBatch(context, planner, limit);
}

const planner: Planner<Member> = {
  lock: lockMembersToLookAgain,
  plan: planFor,
  putOff: (db, { workspaceId, userId }, nextAt) => setNextSecondLook(db, [{ workspaceId, userId, nextAt }]),
  nameOf: ({ workspaceId, userId }) => `second look of ${userId} of ${workspaceId}`,
};

async function planFor(unit: Unit, people: readonly Member[]): Promise<void> {
  const workers = await workersOf(unit.db, people, unit.now);
  const slots = workers.map((worker) => ({
    worker,
    slot: hasSecondLook(worker) ? secondLookSlot(unit.now, worker.time) : null,
  }));
  const open = slots.flatMap(({ worker, slot }) => (slot?.open ? [{ worker, on: slot.on }] : []));
  await writeLearnerLists(unit, 'second_look', open);
  await setNextSecondLook(
    unit.db,
    slots.map(({ worker: { member }, slot }) => ({
      workspaceId: member.workspaceId,
      userId: member.userId,
      nextAt: slot?.nextAt ?? null,
    })),
  );
}
