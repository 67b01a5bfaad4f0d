import { requireProgram, setNextDigest, setNextEscalation } from '../db/programs';
import { supporterIds } from '../db/roster';
import { type DaySlot, nextLookAt } from '../domain/schedule';
import type { ProgramScope } from '../domain/scope';
import type { Unit } from './context';
import { digestSlot } from './plan-digests';
import { escalationSlotOf } from './plan-escalations';
import { replanMembers } from './replan-members';

/**
 * Works out anew when a program's digest, its escalation and its people's lists come next, after its hours or working days
 * changed. A list whose hour has thereby passed today comes at once, if it hasn't come before.
 */
export async function replanSlots(unit: Unit, { workspaceId, programId }: ProgramScope): Promise<void> {
  const { db, now } = unit;
  const program = await requireProgram(db, { workspaceId, programId });
  const next = (slot: DaySlot) => [{ workspaceId, programId, nextAt: nextLookAt(slot, now) }];
  await setNextDigest(db, next(digestSlot(program, now)));
  await setNextEscalation(db, next(escalationSlotOf(program, now)));
  const people = await supporterIds(db, { workspaceId, programId });
  await replanMembers(
    unit,
    [...people].map((userId) => ({ workspaceId, userId })),
  );
}
