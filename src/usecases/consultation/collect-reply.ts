import { putReply } from '../../db/consultation-replies';
import {
  type ConsultationThread,
  findThreadConsultation,
  lockConsultation,
} from '../../db/consultation-threads';
import { reopenableUntil } from '../../domain/consultation';
import { localDateAt } from '../../domain/dates';
import type { WorkspaceScope } from '../../domain/scope';
import { type Context, transact, type Unit } from '../context';
import { restateAnswered } from './restate-answered';

/** How a message in a thread stands, as an event tells it. */
export interface TellingOfReply extends WorkspaceScope {
  channelId: string;
  /** The message to which it replies. */
  threadTs: string;
  ts: string;
  authorId: string;
  postedAt: Date;
  text: string;
  /** Names of files. */
  attachments: string[];
  /** Slack's id of the edit; null: as it was written. */
  editedTs: string | null;
  deletedAt: Date | null;
}

/**
 * Keeps what is told of a reply in a consultation's thread, and notes whether its question has been answered. Telling it
 * twice, or in another order, changes nothing. Replies are added while the consultation is open or can be opened again, and
 * Banso is in the channel; what was added is followed for good, so that a deleted text stays nowhere.
 * Returns whether the thread is a consultation's: of messages in other threads one indexed read is all.
 */
export async function collectReply(context: Context, told: TellingOfReply): Promise<boolean> {
  const thread = await findThreadConsultation(context.db, told, told);
  if (!thread) return false;
  await transact(context, (unit) => take(unit, thread, told));
  return true;
}

async function take(unit: Unit, thread: ConsultationThread, told: TellingOfReply): Promise<void> {
  const consultation = await lockConsultation(unit.db, thread);
  if (!consultation) return;
  const { ts, authorId, attachments, postedAt, editedTs, deletedAt } = told;
  const content = deletedAt === null ? { text: told.text, attachments } : { text: '', attachments: [] };
  const reply = { consultationId: thread.id, ts, authorId, ...content, postedAt, editedTs, deletedAt };
  const adding = isCollecting({ ...consultation, zone: thread.zone }, postedAt);
  const became = await putReply(unit.db, told, reply, adding);
  if (became === 'added' || became === 'deleted') await restateAnswered(unit, consultation);
}

function isCollecting(
  { status, closedOn, uncollectedSince, zone }: ConsultationThread,
  postedAt: Date,
): boolean {
  if (uncollectedSince !== null && postedAt >= uncollectedSince) return false;
  return status === 'open' || (closedOn !== null && localDateAt(postedAt, zone) <= reopenableUntil(closedOn));
}
