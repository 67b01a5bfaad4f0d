import { messagesFor } from '../../../i18n';
import { openProgram } from '../../../usecases/open-program';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import type { Submission } from '../submission';
import { updateIfOpen } from '../update-if-open';
import type { ClosuresMeta } from './meta';
import { programView } from './overview';

/** Draws a program's settings again, where they stand below what was changed. */
export async function redrawProgram(
  deps: BotDeps,
  { client, context }: Pick<Submission, 'client' | 'context'>,
  { programId, overviewId }: Pick<ClosuresMeta, 'programId' | 'overviewId'>,
): Promise<void> {
  const { workspaceId, userId: viewerId } = askerOf(context);
  const wish = { workspaceId, viewerId, programId, channelId: null };
  const page = await openProgram(deps.context(), wish);
  await updateIfOpen(client, overviewId, programView(page, messagesFor(page.locale)));
}
