import { idFor } from '../db/ids';
import { findTeam } from '../db/team';
import type { WorkspaceScope } from '../domain/scope';
import { type TeamMember, teamKey } from '../domain/team';
import { UserError } from '../errors';
import type { Context } from './context';
import { findLedProgram, type LedProgram, type MeantBy } from './find-led-program';

export interface OpenedTeam extends LedProgram {
  team: (TeamMember & { name: string })[];
  /** Tells whether the team is still as it was. */
  mark: string;
}

/** Slack's most people that a field can be filled in with. */
const mostShown = 100;

/**
 * The team of a program, for a lead who may change it.
 * @throws {UserError} as findLedProgram does; teamTooLarge
 */
export async function openTeam(
  { db }: Context,
  scope: WorkspaceScope,
  viewerId: string,
  meant: MeantBy,
): Promise<OpenedTeam> {
  const led = await findLedProgram(db, scope, viewerId, meant);
  const team = await findTeam(db, { ...scope, programId: led.program.id });
  if (team.length > mostShown) throw new UserError('teamTooLarge', { max: mostShown });
  return { ...led, team, mark: markOf(team) };
}

export function markOf(team: readonly TeamMember[]): string {
  return idFor(`team ${teamKey(team)}`);
}
