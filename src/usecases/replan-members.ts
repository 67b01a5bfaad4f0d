import type { MemberKey } from '../db/absences';
import { setNextReminder, setNextSecondLook } from '../db/members';
import { reminderSlot, secondLookSlot } from '../domain/reminders';
import { nextLookAt } from '../domain/schedule';
import type { Unit } from './context';
import { hasReminders, hasSecondLook, loadWorkers, type Worker } from './working-times';

/**
 * Works out anew when supporters' next lists come, after anything that says when they work has changed. A list of
 * today whose hour has come meanwhile is made at once; one that was made is not made again.
 */
export async function replanMembers({ db, now }: Unit, people: readonly MemberKey[]): Promise<void> {
  const workers = [...(await loadWorkers(db, people, now)).values()];
  await setNextReminder(
    db,
    workers.map((worker) => ({ ...keyOf(worker), nextAt: reminderAt(worker, now) })),
  );
  await setNextSecondLook(
    db,
    workers.map((worker) => ({ ...keyOf(worker), nextAt: secondLookAt(worker, now) })),
  );
}

function keyOf({ member: { workspaceId, userId } }: Worker): MemberKey {
  return { workspaceId, userId };
}

function reminderAt(worker: Worker, now: Date): Date | null {
  return hasReminders(worker) ? nextLookAt(reminderSlot(now, worker.time), now) : null;
}

function secondLookAt(worker: Worker, now: Date): Date | null {
  if (!hasSecondLook(worker)) return null;
  const slot = secondLookSlot(now, worker.time);
  return slot && nextLookAt(slot, now);
}
