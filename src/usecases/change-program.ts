import { audit } from '../db/audit';
import { updateProgram } from '../db/program-settings';
import { findTaken } from '../db/program-setup';
import { supporterIds } from '../db/roster';
import type { ProgramSettings } from '../domain/program-page';
import { UserError } from '../errors';
import { type Context, transact, type Unit } from './context';
import { type LeadScope, lockProgramForLead } from './lead-program';
import { replanSlots } from './replan-slots';
import { restateProgram } from './restate-program';
import { touchHomesOf } from './touch-homes';

/** Changes of these move due days … */
const ofCalendar = ['country', 'workingWeekdays'] as const satisfies (keyof ProgramSettings)[];
/** … and of these the hours of lists. */
const ofSlots = [...ofCalendar, 'digestAt'] as const;
/** … and these stand on Homes: the name, and the working days of the week ahead. */
const onHomes = [...ofCalendar, 'name'] as const;

/**
 * Changes a program's settings: those that are given, so that two leads who change different ones don't undo each
 * other's. Roles that count from now on leave it to past contacts whether they counted. `repeated`: nothing differs.
 * @throws {UserError} programNameTaken, and as programForLead does
 */
export async function changeProgram(
  context: Context,
  scope: LeadScope,
  given: Partial<ProgramSettings>,
): Promise<{ repeated: boolean }> {
  return transact(context, async (unit) => {
    const changes = differing(given, await lockProgramForLead(unit, scope));
    if (Object.keys(changes).length === 0) return { repeated: true };
    if (changes.name !== undefined) await refuseTakenName(unit, scope, changes.name);
    await updateProgram(unit.db, scope, changes);
    if (ofCalendar.some((key) => key in changes)) await restateProgram(unit, scope);
    if (ofSlots.some((key) => key in changes)) await replanSlots(unit, scope);
    await auditChange(unit, scope, Object.keys(changes));
    if (onHomes.some((key) => key in changes)) {
      await touchHomesOf(unit, scope, await supporterIds(unit.db, scope));
    }
    return { repeated: false };
  });
}

function differing(given: Partial<ProgramSettings>, now: ProgramSettings): Partial<ProgramSettings> {
  const differs = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(now[key as keyof ProgramSettings]);
  return Object.fromEntries(Object.entries(given).filter(differs));
}

async function refuseTakenName({ db }: Unit, scope: LeadScope, name: string): Promise<void> {
  if (await findTaken(db, scope, { name, channelId: '' })) throw new UserError('programNameTaken');
}

/** Which settings, not what they say: a name may be a client's. */
async function auditChange(
  { db, now: at }: Unit,
  { workspaceId, programId, leadId: actorId }: LeadScope,
  keys: string[],
): Promise<void> {
  const details = Object.fromEntries(keys.map((key) => [key, true]));
  await audit(db, {
    workspaceId,
    programId,
    actorId,
    action: 'program.changed',
    subjectId: programId,
    details,
    at,
  });
}
