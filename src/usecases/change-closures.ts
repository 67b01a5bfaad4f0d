import { audit } from '../db/audit';
import { removeClosures, saveClosures } from '../db/closures';
import { supporterIds } from '../db/roster';
import { addDays, daysBetween, type LocalDate, localDateAt } from '../domain/dates';
import { UserError } from '../errors';
import { type Context, transact, type Unit } from './context';
import { type LeadScope, lockProgramForLead } from './lead-program';
import { replanSlots } from './replan-slots';
import { restateProgram } from './restate-program';
import { touchHomesOf } from './touch-homes';

/** Days off in a row, both ends inclusive. */
interface DaysOff {
  from: LocalDate;
  to: LocalDate;
}

/** The longest closure, in days: a summer's holidays, but no slip of the year. */
const longestDays = 62;

/**
 * Closes a program on some days. Adding days that are closed already gives them the new label.
 * @throws {UserError} closureInPast, closureBackwards, closureTooLong, and as programForLead does
 */
export async function addClosure(
  context: Context,
  scope: LeadScope,
  { from, to, label }: DaysOff & { label: string },
): Promise<{ repeated: boolean }> {
  return transact(context, async (unit) => {
    const { zone } = await lockProgramForLead(unit, scope);
    refuseClosure({ from, to }, localDateAt(unit.now, zone));
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
    await saveClosures(unit.db, scope, { days, label });
    await calendarChanged(unit, scope, 'closure.added', { from, to });
    return { repeated: false };
  });
}

/**
 * Opens a program on days on which it was closed. Days that aren't closed any more change nothing.
 * @throws {UserError} as programForLead does
 */
export async function removeClosure(
  context: Context,
  scope: LeadScope,
  { from, to }: DaysOff,
): Promise<void> {
  await transact(context, async (unit) => {
    await lockProgramForLead(unit, scope);
    const removed = await removeClosures(unit.db, scope, { from, to });
    if (removed > 0) await calendarChanged(unit, scope, 'closure.removed', { from, to });
  });
}

function refuseClosure({ from, to }: DaysOff, today: LocalDate): void {
  if (from < today) throw new UserError('closureInPast');
  if (to < from) throw new UserError('closureBackwards');
  if (daysBetween(from, to) >= longestDays) throw new UserError('closureTooLong', { max: longestDays });
}

async function calendarChanged(
  unit: Unit,
  { workspaceId, programId, leadId: actorId }: LeadScope,
  action: string,
  details: { from: LocalDate; to: LocalDate },
): Promise<void> {
  await restateProgram(unit, { workspaceId, programId });
  await replanSlots(unit, { workspaceId, programId });
  await audit(unit.db, {
    workspaceId,
    programId,
    actorId,
    action,
    subjectId: programId,
    details: { ...details },
    at: unit.now,
  });
  await touchHomesOf(unit, { workspaceId }, await supporterIds(unit.db, { workspaceId, programId }));
}
