import { type AbsenceDays, type CoverNow, coversNow } from '../db/absences';
import type { Queryable } from '../db/client';
import { type CaseloadSlot, type CoverGap, type DueForMember, dueForMembers } from '../db/due-planning';
import { memberKey, type ProgramWithRules } from '../db/programs';
import { coverWindow } from '../domain/availability';
import { addDays, earlier, localDateAt } from '../domain/dates';
import { groupBy } from '../domain/grouping';
import { reminderHorizon, reminderSlot } from '../domain/reminders';
import { digestHourOf, loadWorkers, type Worker } from './working-times';

/**
 * Who belongs into these people's reminders of today, by memberKey: whoever falls due before each one's next slot,
 * of her own caseload and of those whom she covers now. What falls due in an absence to come is left to its covers.
 */
export async function dueForWorkers(
  db: Queryable,
  workers: readonly Worker[],
  now: Date,
): Promise<Map<string, DueForMember[]>> {
  const covers = groupBy(
    await coversNow(
      db,
      workers.map(({ member }) => member),
      now,
    ),
    memberKey,
  );
  const absent = await loadWorkers(db, [...covers.values()].flat().map(asAbsent), now);
  const slots = workers.flatMap((worker) => [
    ...ownSlots(worker, now),
    ...(covers.get(memberKey(worker.member)) ?? []).flatMap((cover) =>
      coverSlots(worker, cover, absent.get(memberKey(asAbsent(cover))), now),
    ),
  ]);
  const gaps = workers.flatMap((worker) => gapsOf(worker, now));
  return groupBy(await dueForMembers(db, slots, gaps, now), memberKey);
}

function asAbsent({ workspaceId, absentId: userId }: CoverNow) {
  return { workspaceId, userId };
}

function ownSlots(worker: Worker, now: Date): CaseloadSlot[] {
  return worker.programs.map((program) => ownSlot(worker, program, now));
}

function ownSlot({ member, time }: Worker, program: ProgramWithRules, now: Date): CaseloadSlot {
  const { nextAt } = reminderSlot(now, time);
  const { workspaceId, userId } = member;
  return {
    workspaceId,
    userId,
    companionId: userId,
    programId: program.id,
    today: localDateAt(now, program.zone),
    until: reminderHorizon(nextAt, program.zone),
  };
}

/** Those of the absent whose due day isn't hers again. */
function coverSlots(worker: Worker, cover: CoverNow, absent: Worker | undefined, now: Date): CaseloadSlot[] {
  const absence = absent?.absences.find(({ absenceId }) => absenceId === cover.absenceId);
  if (!absent || !absence) return [];
  return worker.programs.map((program) => {
    const slot = ownSlot(worker, program, now);
    const { until } = coverWindow(absent.time.zone, absence, digestHourOf(program));
    return { ...slot, companionId: cover.absentId, until: earlier(slot.until, until) };
  });
}

/** The absences that begin before her next slot. */
function gapsOf({ member, programs, time, absences }: Worker, now: Date): CoverGap[] {
  const { on, nextAt } = reminderSlot(now, time);
  const before = addDays(localDateAt(nextAt, member.zone), 1);
  const ahead = absences.filter(({ from }) => from > on && from < before);
  return ahead.flatMap((absence: AbsenceDays) =>
    programs.map((program) => ({
      workspaceId: member.workspaceId,
      companionId: member.userId,
      programId: program.id,
      absenceId: absence.absenceId,
      ...coverWindow(time.zone, absence, digestHourOf(program)),
    })),
  );
}
