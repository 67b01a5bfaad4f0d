import { isInACareTeam } from '../db/care-team';
import type { Viewers } from '../db/learners';
import { type Desk, findDesk } from '../db/members';
import { findProgramInChannel } from '../db/programs';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Context } from './context';

export interface DeskOpening extends WorkspaceScope {
  viewerId: string;
  /** Where she is; null: in no conversation. */
  channelId: string | null;
}

/**
 * Whoever opens a modal before a learner is picked: her language, and the date in the channel's program, else in the
 * first of hers.
 * @throws {UserError} for somebody who supports no program, nor, for `careTeam`, is mentor or advisor of anybody:
 * noProgramHere where none lives, else notSupporter.
 */
export async function openDesk(
  context: Context,
  opening: DeskOpening,
  viewers: Viewers = 'supporters',
): Promise<{ locale: Locale; today: LocalDate }> {
  const desk = await findDesk(context.db, opening, opening.viewerId);
  if (!desk || !(await belongs(context, desk, viewers))) throw await refusal(context, opening);
  return { locale: desk.member.locale, today: todayAt(desk, opening.channelId, context.now) };
}

async function belongs({ db }: Context, { member, programs }: Desk, viewers: Viewers): Promise<boolean> {
  return programs.length > 0 || (viewers === 'careTeam' && isInACareTeam(db, member, member.userId));
}

/** Why somebody who supports no program is shown nothing: where one lives, she isn't on its team. */
export async function refusal(
  { db }: Context,
  { channelId, ...scope }: WorkspaceScope & Pick<DeskOpening, 'channelId'>,
): Promise<UserError> {
  if (channelId === null) return new UserError('noPrograms');
  const program = await findProgramInChannel(db, scope, channelId);
  return new UserError(program ? 'notSupporter' : 'noProgramHere');
}

function todayAt({ programs, member }: Desk, channelId: string | null, now: Date): LocalDate {
  const program = programs.find((candidate) => candidate.channelId === channelId) ?? programs[0];
  return localDateAt(now, program?.zone ?? member.zone);
}
