import { audit } from '../db/audit';
import { findDesk } from '../db/members';
import { findProgramInChannel, requireProgram, setSeesMessagesRow } from '../db/programs';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { type Context, transact, type Unit } from './context';

interface Asking extends WorkspaceScope {
  leadId: string;
  /** The program's. */
  channelId: string;
}

export interface SeesMessages {
  programName: string;
  on: boolean;
}

/**
 * Switches on or off that a program's messages are noticed; `on` null changes nothing. Returns how it stands then.
 * @throws {UserError} noProgramInChannel, notSupporter for strangers, leadsOnly for other supporters.
 */
export async function setSeesMessages(
  context: Context,
  { on, ...asking }: Asking & { on: boolean | null },
): Promise<SeesMessages> {
  return transact(context, async (unit) => {
    const { programId, workspaceId } = await requireLedProgram(unit, asking);
    const { name: programName, seesMessages } = await requireProgram(unit.db, { workspaceId, programId });
    if (on === null) return { programName, on: seesMessages };
    if (await setSeesMessagesRow(unit.db, { workspaceId, programId }, on)) {
      await audit(unit.db, {
        workspaceId,
        programId,
        actorId: asking.leadId,
        action: 'program.sees_messages_set',
        subjectId: programId,
        details: { on },
        at: unit.now,
      });
    }
    return { programName, on };
  });
}

async function requireLedProgram({ db }: Unit, { workspaceId, leadId, channelId }: Asking) {
  const desk = await findDesk(db, { workspaceId }, leadId);
  const program = desk?.programs.find((one) => one.channelId === channelId);
  if (!program) {
    const others = await findProgramInChannel(db, { workspaceId }, channelId);
    throw new UserError(others ? 'notSupporter' : 'noProgramInChannel');
  }
  if (program.role !== 'lead') throw new UserError('leadsOnly');
  return { workspaceId, programId: program.id };
}
