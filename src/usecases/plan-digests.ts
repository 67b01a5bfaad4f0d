import type { Queryable } from '../db/client';
import { type DueInProgram, dueInPrograms } from '../db/due-planning';
import {
  lockProgramsToPlan,
  nextSlotOf,
  type ProgramWithRules,
  type StoredProgram,
  setNextDigest,
  withRules,
} from '../db/programs';
import type { LocalDate } from '../domain/dates';
import { groupBy } from '../domain/grouping';
import { digestPages } from '../domain/paging';
import { type DaySlot, daySlot } from '../domain/schedule';
import type { Context, Unit } from './context';
import { needsCoverBy } from './needs-cover';
import { type Planner, planBatch } from './plan-batch';
import { type PlannedPage, pagesFor, writeLists } from './plan-pages';
import { leadsToAsk, recordBreaches } from './record-breaches';
import { restateBreaksBegun, teamsOf, touchRestatedLists } from './restate-program';
import { touchHomesOfAll } from './touch-homes';
import { loadWorkers } from './working-times';

/**
 * Plans the digest of every program whose hour has come: one for today, however many hours were missed, and
 * none on a day off. Overlapping sweeps share the programs among them, and a day's digest exists once
 * whoever plans it. What was missed since the one before is recorded with it. Returns how many programs were looked at;
 * less than `limit` means that none is left.
 * @throws as planBatch
 */
export function planDigests(context: Context, limit: number): Promise<number> {
  return planBatch(context, planner, limit);
}

const planner: Planner<StoredProgram> = {
  lock: lockProgramsToPlan,
  plan: planFor,
  putOff: (db, { program }, until) => setNextDigest(db, [nextSlotOf(program, until)]),
  nameOf: ({ program: { id, workspaceId } }) => `digest of program ${id} of ${workspaceId}`,
};

async function planFor(unit: Unit, locked: readonly StoredProgram[]): Promise<void> {
  const { db, now } = unit;
  const slots = locked.map(withRules).map((program) => ({ program, slot: digestSlot(program, now) }));
  const open = slots.filter(({ slot }) => slot.open);
  const days = open.map(({ program, slot }) => ({
    workspaceId: program.workspaceId,
    programId: program.id,
    on: slot.on,
  }));
  const restated = await restateBreaksBegun(unit, days);
  const missed = await recordBreaches(unit, days);
  const due = await dueInPrograms(db, days, now);
  const byProgram = groupBy(await inOrder(db, due, now), (item) => item.programId);
  const pages = open.flatMap(({ program, slot }) =>
    digestOf(program, slot.on, byProgram.get(program.id) ?? [], now),
  );
  await touchRestatedLists(unit, restated);
  await writeLists(unit, pages);
  await touchHomesOfAll(unit, [...(await teamsOf(unit, restated)), ...(await leadsToAsk(unit, missed))]);
  await setNextDigest(
    db,
    slots.map(({ program, slot }) => nextSlotOf(program, slot.nextAt)),
  );
}

interface DueItem extends DueInProgram {
  uncovered: boolean;
}

/** In the digest's order: those who need cover first. */
async function inOrder(db: Queryable, due: readonly DueInProgram[], now: Date): Promise<DueItem[]> {
  const actors = due.flatMap(({ workspaceId, actorId: userId }) => (userId ? [{ workspaceId, userId }] : []));
  const workers = await loadWorkers(db, actors, now);
  return due
    .map((item) => ({ ...item, uncovered: needsCoverBy(item.workspaceId, workers)(item) }))
    .sort((a, b) => Number(b.uncovered) - Number(a.uncovered));
}

/** Where a program's digest stands. */
export function digestSlot({ zone, digestAt, rules }: ProgramWithRules, now: Date): DaySlot {
  return daySlot({ now, zone, at: digestAt.slice(0, 5), isWorkingDay: rules.calendar.isWorkingDay });
}

function digestOf(program: ProgramWithRules, on: LocalDate, due: DueItem[], now: Date): PlannedPage[] {
  const base = {
    workspaceId: program.workspaceId,
    programId: program.id,
    kind: 'digest' as const,
    recipient: program.channelId,
    onDate: on,
    runAt: now,
    createdAt: now,
  };
  return pagesFor(base, digestKey(program.id, on), due, digestPages(due));
}

/** What a program's digest of a day is known by. */
export function digestKey(programId: string, on: LocalDate): string {
  return `digest-${programId}-${on}`;
}
