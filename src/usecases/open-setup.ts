import { findProgramInChannel } from '../db/programs';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Context } from './context';

/**
 * Makes sure that a channel has room for a program.
 * @throws {UserError} channelTaken
 */
export async function openSetup({ db }: Context, scope: WorkspaceScope, channelId: string): Promise<void> {
  const program = await findProgramInChannel(db, scope, channelId);
  if (program) throw new UserError('channelTaken', { program: program.name });
}
