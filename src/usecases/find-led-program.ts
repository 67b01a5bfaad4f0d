import type { Queryable } from '../db/client';
import { type Desk, findDesk } from '../db/members';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';

export interface LedProgram {
  locale: Locale;
  program: Desk['programs'][number];
}

/** Which program a lead means: the one that a button names, or, where she only typed a command, the channel's. */
export type MeantBy = { programId: string } | { channelId: string };

/**
 * The program that somebody means, if she leads it. Whoever leads just one may type its commands anywhere.
 * @throws {UserError} notLead, noProgramLed, severalProgramsLed
 */
export async function findLedProgram(
  db: Queryable,
  scope: WorkspaceScope,
  viewerId: string,
  meant: MeantBy,
): Promise<LedProgram> {
  const desk = await findDesk(db, scope, viewerId);
  const programs = desk?.programs ?? [];
  const program =
    'programId' in meant ? byId(programs, meant.programId) : inChannel(programs, meant.channelId);
  if (!desk || !program) throw new UserError('noProgramLed');
  return { locale: desk.member.locale, program };
}

function byId(programs: Desk['programs'], programId: string) {
  const program = programs.find(({ id, role }) => id === programId && role === 'lead');
  if (!program) throw new UserError('notLead');
  return program;
}

function inChannel(programs: Desk['programs'], channelId: string) {
  const here = programs.find((program) => program.channelId === channelId);
  if (here?.role === 'supporter') throw new UserError('notLead');
  if (here) return here;
  const [led, another] = programs.filter(({ role }) => role === 'lead');
  if (another) throw new UserError('severalProgramsLed');
  return led;
}
