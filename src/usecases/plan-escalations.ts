import { findByKeys } from '../db/deliveries';
import { floorsAtRisk } from '../db/due-planning';
import {
  lockProgramsToEscalate,
  nextSlotOf,
  type ProgramWithRules,
  type StoredProgram,
  setNextEscalation,
  withRules,
} from '../db/programs';
import { escalationSlot, lastFloorToMeet } from '../domain/escalation';
import { groupBy } from '../domain/grouping';
import { escalationPages } from '../domain/paging';
import type { DaySlot } from '../domain/schedule';
import type { Context, Unit } from './context';
import { type Planner, planBatch } from './plan-batch';
import { digestKey } from './plan-digests';
import { type PlannedPage, pageKey, pagesFor, writeLists } from './plan-pages';

interface ProgramSlot {
  program: ProgramWithRules;
  slot: DaySlot;
}

/**
 * At noon of a program's working day, plans what asks the team about those whose floor ends that day, or on the days
 * off after it, and whom nobody has contacted: in the thread of the day's digest, once a day, and nothing where there
 * is nobody. A noon that was missed is made up for on the same day only. Returns how many programs were looked at;
 * less than `limit` means that none is left.
 * @throws as planBatch
 */
export function planEscalations(context: Context, limit: number): Promise<number> {
  return planBatch(context, planner, limit);
}

const planner: Planner<StoredProgram> = {
  lock: lockProgramsToEscalate,
  plan: planFor,
  putOff: (db, { program }, until) => setNextEscalation(db, [nextSlotOf(program, until)]),
  nameOf: ({ program: { id, workspaceId } }) => `escalation of program ${id} of ${workspaceId}`,
};

async function planFor(unit: Unit, locked: readonly StoredProgram[]): Promise<void> {
  const slots = locked
    .map(withRules)
    .map((program) => ({ program, slot: escalationSlotOf(program, unit.now) }));
  const open = slots.filter(({ slot }) => slot.open);
  await writeLists(unit, await escalationsOf(unit, open));
  await setNextEscalation(
    unit.db,
    slots.map(({ program, slot }) => nextSlotOf(program, slot.nextAt)),
  );
}

/** Where a program's escalation stands. */
export function escalationSlotOf({ zone, rules }: ProgramWithRules, now: Date): DaySlot {
  return escalationSlot({ now, zone, isWorkingDay: rules.calendar.isWorkingDay });
}

async function escalationsOf({ db, now }: Unit, open: readonly ProgramSlot[]): Promise<PlannedPage[]> {
  const atRisk = await floorsAtRisk(
    db,
    open.map(({ program: { workspaceId, id, rules }, slot: { on } }) => ({
      workspaceId,
      programId: id,
      on,
      until: lastFloorToMeet(on, rules.calendar.isWorkingDay),
    })),
  );
  const byProgram = groupBy(atRisk, ({ programId }) => programId);
  const asking = open.filter(({ program }) => byProgram.has(program.id));
  const digests = await findByKeys(
    db,
    asking.map((it) => ({ workspaceId: it.program.workspaceId, dedupeKey: digestOf(it) })),
  );
  return asking.flatMap((it) => {
    const { program, slot } = it;
    const base = {
      workspaceId: program.workspaceId,
      programId: program.id,
      kind: 'escalation' as const,
      recipient: program.channelId,
      onDate: slot.on,
      threadOf: digests.get(digestOf(it)) ?? null,
      runAt: now,
      createdAt: now,
    };
    const learners = byProgram.get(program.id) ?? [];
    const key = `escalation-${program.id}-${slot.on}`;
    return pagesFor(base, key, learners, escalationPages(learners.length));
  });
}

/** The first page of the program's digest of that day. */
function digestOf({ program, slot }: ProgramSlot): string {
  return pageKey(digestKey(program.id, slot.on), 0);
}
