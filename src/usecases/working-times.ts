import { type AbsenceDays, absencesOf, type MemberKey } from '../db/absences';
import type { Queryable } from '../db/client';
import { type Member, membersByKeys } from '../db/members';
import { memberKey, type ProgramWithRules, programsOfMembers } from '../db/programs';
import type { DigestHour, WorkingTime } from '../domain/availability';
import { groupBy } from '../domain/grouping';

/** A supporter with all that says when she works. */
export interface Worker {
  member: Member;
  /** Those that she supports now. */
  programs: ProgramWithRules[];
  absences: AbsenceDays[];
  time: WorkingTime;
}

/** When a program's digest comes. */
export function digestHourOf({ zone, digestAt }: ProgramWithRules): DigestHour {
  return { zone, digestAt: digestAt.slice(0, 5) };
}

/** People with their working times, by memberKey: three queries however many they are. */
export async function loadWorkers(
  db: Queryable,
  people: readonly MemberKey[],
  now: Date,
): Promise<Map<string, Worker>> {
  const members = await membersByKeys(db, people);
  return new Map((await workersOf(db, members, now)).map((worker) => [memberKey(worker.member), worker]));
}

/** The same for people who are read already, in their order. */
export async function workersOf(db: Queryable, members: readonly Member[], now: Date): Promise<Worker[]> {
  const programs = await programsOfMembers(db, members);
  const absences = groupBy(await absencesOf(db, members, now), memberKey);
  return members.map((member) =>
    workerOf(member, programs.get(memberKey(member)) ?? [], absences.get(memberKey(member)) ?? []),
  );
}

function workerOf(member: Member, programs: ProgramWithRules[], absences: AbsenceDays[]): Worker {
  const time: WorkingTime = {
    zone: member.zone,
    weekdays: member.workingWeekdays,
    startsAt: member.startsAt.slice(0, 5),
    endsAt: member.endsAt.slice(0, 5),
    absences,
    calendars: programs.map(({ rules }) => rules.calendar),
  };
  return { member, programs, absences, time };
}

/** Whether reminders come to her at all. */
export function hasReminders({ member, programs }: Worker): boolean {
  return programs.length > 0 && member.remindersOn;
}

/** Whether a second look does: only beside reminders. */
export function hasSecondLook(worker: Worker): boolean {
  return hasReminders(worker) && worker.member.secondLook;
}
