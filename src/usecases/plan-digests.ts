import { type DueInProgram, dueInPrograms } from '../db/due-lists';
import { lockProgramsToPlan, type ProgramWithRules, setNextDigest } from '../db/programs';
import type { LocalDate } from '../domain/dates';
import { groupBy } from '../domain/grouping';
import { digestPages } from '../domain/paging';
import { daySlot } from '../domain/schedule';
import { type Context, transact } from './context';
import { type PlannedPage, pagesFor, writeLists } from './plan-pages';

/**
 * Plans the digest of every program whose hour has come: one for today, however many hours were missed, and
 * none on a day off. Overlapping sweeps share the programs among them, and a day's digest exists once
 * whoever plans it. Returns how many programs were looked at; less than `limit` means that none is left.
 */
export async function planDigests(context: Context, limit: number): Promise<number> {
  return transact(context, async ({ db, now, jobs }) => {
    const programs = await lockProgramsToPlan(db, now, limit);
    const slots = programs.map((program) => ({ program, slot: slotOf(program, now) }));
    const open = slots.filter(({ slot }) => slot.open);
    const due = await dueInPrograms(
      db,
      open.map(({ program, slot }) => ({
        workspaceId: program.workspaceId,
        programId: program.id,
        on: slot.on,
      })),
    );
    const byProgram = groupBy(due, (item) => item.programId);
    const pages = open.flatMap(({ program, slot }) =>
      digestOf(program, slot.on, byProgram.get(program.id) ?? [], now),
    );
    await writeLists({ db, now, jobs }, pages);
    await setNextDigest(
      db,
      slots.map(({ program: { workspaceId, id: programId }, slot: { nextAt } }) => ({
        workspaceId,
        programId,
        nextAt,
      })),
    );
    return programs.length;
  });
}

function slotOf(program: ProgramWithRules, now: Date) {
  const { zone, digestAt, rules } = program;
  return daySlot({ now, zone, at: digestAt.slice(0, 5), isWorkingDay: rules.calendar.isWorkingDay });
}

function digestOf(program: ProgramWithRules, on: LocalDate, due: DueInProgram[], now: Date): PlannedPage[] {
  const base = {
    workspaceId: program.workspaceId,
    programId: program.id,
    kind: 'digest' as const,
    recipient: program.channelId,
    onDate: on,
    runAt: now,
    createdAt: now,
  };
  return pagesFor(base, `digest-${program.id}-${on}`, due, digestPages(due));
}
