import { findReply, insertMark } from '../../db/consultation-replies';
import { findThreadConsultation } from '../../db/consultation-threads';
import { roleIn } from '../../db/program-settings';
import type { WorkspaceScope } from '../../domain/scope';
import { UserError } from '../../errors';
import { type Context, transact } from '../context';

/** "This helped" on a message. */
export interface MarkInput extends WorkspaceScope {
  markedBy: string;
  channelId: string;
  ts: string;
  /** The message to which it replies; null: none. */
  threadTs: string | null;
}

/**
 * Notes that a reply in a consultation helped somebody, once per person. She may say so after closing as well: the case
 * names whoever helped.
 * Returns false when she had said so before.
 * @throws {UserError} notAReply on any other message, notSupporter when she doesn't support the program, replyUnknown when
 * the reply wasn't collected, as one that was written while Banso was out of the channel, ownReply on her own
 */
export async function markReply(context: Context, input: MarkInput): Promise<boolean> {
  const { markedBy, channelId, ts, threadTs } = input;
  if (threadTs === null || threadTs === ts) throw new UserError('notAReply');
  return transact(context, async ({ db, now }) => {
    const thread = await findThreadConsultation(db, input, { channelId, threadTs });
    if (!thread) throw new UserError('notAReply');
    if ((await roleIn(db, thread, markedBy)) === null) throw new UserError('notSupporter');
    const reply = await findReply(db, thread, { consultationId: thread.id, ts });
    if (!reply) throw new UserError('replyUnknown');
    if (reply.authorId === markedBy) throw new UserError('ownReply');
    const { workspaceId, id: consultationId } = thread;
    return insertMark(db, { workspaceId, consultationId, ts, markedBy, markedAt: now });
  });
}
