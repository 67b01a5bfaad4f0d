import { setPermalink } from '../../db/consultations';
import type { WorkspaceScope } from '../../domain/scope';
import { type Context, transact } from '../context';

/** Keeps where Slack shows a consultation's root post, for the lists that name it. */
export function notePermalink(
  context: Context,
  consultation: WorkspaceScope & { id: string },
  permalink: string,
): Promise<void> {
  return transact(context, ({ db }) => setPermalink(db, consultation, permalink));
}
