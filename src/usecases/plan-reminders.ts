import type { Listed } from '../db/deliveries';
import { dueForMembers } from '../db/due-lists';
import { lockMembersToPlan, type Member, setNextReminder } from '../db/members';
import { memberKey, type ProgramWithRules, programsOfMembers } from '../db/programs';
import { localDateAt } from '../domain/dates';
import { groupBy } from '../domain/grouping';
import { reminderPages } from '../domain/paging';
import { type ReminderSlot, reminderHorizon, reminderSlot } from '../domain/reminders';
import { type Context, transact } from './context';
import { type PlannedPage, pagesFor, writeLists } from './plan-pages';

interface MemberSlot {
  member: Member;
  programs: ProgramWithRules[];
  slot: ReminderSlot;
}

/**
 * Plans the reminder of every supporter whose hour has come and who has somebody due: one per person and day
 * for all her programs, none on a day off, one for today after an outage however long. Returns how many people
 * were looked at; less than `limit` means that none is left.
 */
export async function planReminders(context: Context, limit: number): Promise<number> {
  return transact(context, async (unit) => {
    const people = await lockMembersToPlan(unit.db, unit.now, limit);
    const programs = await programsOfMembers(unit.db, people);
    const slots = people.map((member) => slotOf(member, programs.get(memberKey(member)) ?? [], unit.now));
    await writeLists(unit, await remindersOf(unit, slots));
    await setNextReminder(
      unit.db,
      slots.map(({ member, programs, slot }) => ({
        workspaceId: member.workspaceId,
        userId: member.userId,
        nextAt: programs.length > 0 ? slot.nextAt : null,
      })),
    );
    return people.length;
  });
}

/** Until people set their own days, a supporter works whenever one of her programs does. */
function slotOf(member: Member, programs: ProgramWithRules[], now: Date): MemberSlot {
  const isWorkingDay = (on: string) => programs.some(({ rules }) => rules.calendar.isWorkingDay(on));
  return { member, programs, slot: reminderSlot({ now, zone: member.zone, isWorkingDay }) };
}

async function remindersOf(
  { db, now }: Pick<Parameters<typeof writeLists>[0], 'db' | 'now'>,
  slots: readonly MemberSlot[],
): Promise<PlannedPage[]> {
  const open = slots.filter(({ slot }) => slot.open);
  const due = await dueForMembers(
    db,
    open.flatMap(({ member, programs, slot }) =>
      programs.map((program) => ({
        workspaceId: member.workspaceId,
        userId: member.userId,
        programId: program.id,
        today: localDateAt(now, program.zone),
        horizon: reminderHorizon(slot.nextAt, program.zone),
      })),
    ),
  );
  const byMember = groupBy(due, memberKey);
  return open.flatMap(({ member, slot }) => {
    const learners = byMember.get(memberKey(member)) ?? [];
    return learners.length === 0 ? [] : reminderOf(member, slot, learners, now);
  });
}

function reminderOf(member: Member, { on }: ReminderSlot, learners: Listed[], now: Date): PlannedPage[] {
  const base = {
    workspaceId: member.workspaceId,
    kind: 'reminder' as const,
    recipient: member.userId,
    onDate: on,
    runAt: now,
    createdAt: now,
  };
  return pagesFor(base, `reminder-${member.userId}-${on}`, learners, reminderPages(learners.length));
}
