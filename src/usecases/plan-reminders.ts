import type { Delivery, Listed } from '../db/deliveries';
import { lockMembersToPlan, type Member, setNextReminder } from '../db/members';
import { memberKey } from '../db/programs';
import { makersToRemind } from '../db/promises';
import type { LocalDate } from '../domain/dates';
import { reminderPages } from '../domain/paging';
import { reminderSlot } from '../domain/reminders';
import type { Context, Unit } from './context';
import { reminderPlaces } from './own-promises';
import { type Planner, planBatch } from './plan-batch';
import { type PlannedPage, pagesFor, writeLists } from './plan-pages';
import { dueForWorkers } from './reminder-caseloads';
import { hasReminders, type Worker, workersOf } from './working-times';

/**
 * Plans the reminder of every supporter whose hour has come and for whom somebody, or a promise of hers, is due: one per person and day
 * for all her programs, none on a day off, one for today after an outage however long. Returns how many people
 * were looked at; less than `limit` means that none is left.
 * @throws as planBatch
 */
export function planReminders(context: Context, limit: number): Promise<number> {
  return planBatch(context, planner, limit);
}

const planner: Planner<Member> = {
  lock: lockMembersToPlan,
  plan: planFor,
  putOff: (db, { workspaceId, userId }, nextAt) => setNextReminder(db, [{ workspaceId, userId, nextAt }]),
  nameOf: ({ workspaceId, userId }) => `reminder of ${userId} of ${workspaceId}`,
};

async function planFor(unit: Unit, people: readonly Member[]): Promise<void> {
  const workers = await workersOf(unit.db, people, unit.now);
  const slots = workers.map((worker) => ({
    worker,
    slot: hasReminders(worker) ? reminderSlot(unit.now, worker.time) : null,
  }));
  const open = slots.flatMap(({ worker, slot }) => (slot?.open ? [{ worker, on: slot.on }] : []));
  await writeLearnerLists(unit, 'reminder', open);
  await setNextReminder(
    unit.db,
    slots.map(({ worker: { member }, slot }) => ({
      workspaceId: member.workspaceId,
      userId: member.userId,
      nextAt: slot?.nextAt ?? null,
    })),
  );
}

/** Writes the list of each of these people who has somebody due, or in her reminder a promise, for her local date. */
export async function writeLearnerLists(
  unit: Unit,
  kind: Extract<Delivery['kind'], 'reminder' | 'second_look'>,
  lists: readonly { worker: Worker; on: LocalDate }[],
): Promise<void> {
  const workers = lists.map(({ worker }) => worker);
  const due = await dueForWorkers(unit.db, workers, unit.now);
  const promised = kind === 'reminder' ? await promisedBy(unit, workers) : new Set<string>();
  const pages = lists.flatMap(({ worker: { member }, on }) => {
    const learners = due.get(memberKey(member)) ?? [];
    const wanted = learners.length > 0 || promised.has(memberKey(member));
    return wanted ? listOf(member, { kind, on, now: unit.now }, learners) : [];
  });
  await writeLists(unit, pages);
}

/** Who of these people promised something that falls due before her next reminder, by memberKey. */
async function promisedBy({ db, now }: Unit, workers: readonly Worker[]): Promise<Set<string>> {
  const slots = workers.flatMap((worker) =>
    reminderPlaces(worker, now).map(({ program, today, until }) => ({
      workspaceId: worker.member.workspaceId,
      userId: worker.member.userId,
      programId: program.id,
      today,
      horizon: until,
    })),
  );
  return new Set((await makersToRemind(db, slots)).map(memberKey));
}

interface List {
  kind: 'reminder' | 'second_look';
  on: LocalDate;
  now: Date;
}

function listOf(member: Member, { kind, on, now }: List, learners: Listed[]): PlannedPage[] {
  const base = {
    workspaceId: member.workspaceId,
    kind,
    recipient: member.userId,
    onDate: on,
    runAt: now,
    createdAt: now,
  };
  return pagesFor(base, `${kind}-${member.userId}-${on}`, learners, reminderPages(learners.length));
}
