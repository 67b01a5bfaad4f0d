import { audit } from '../db/audit';
import { requireProgram } from '../db/programs';
import {
  lockNoticedLearner,
  type NoticedLearner,
  noteOffers,
  noteSeen,
  noticedLearners,
} from '../db/sightings';
import { localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { type Context, transact } from './context';
import { restateLearner } from './restate-learner';

/** Who addresses more learners at once writes to all of them rather than to each. */
const mostAddressed = 3;

/** That somebody wrote in a channel. What she wrote stays out of it. */
export interface SeenMessage extends WorkspaceScope {
  authorId: string;
  /** Slack users who are mentioned, or whose message it answers. */
  addressedIds: readonly string[];
  at: Date;
}

/** A learner for whom the author may want to log what she wrote. */
export interface CheckInOffer {
  learnerId: string;
  learnerName: string;
}

/**
 * Notices a message in a channel, in programs that chose so: a learner who writes has answered, and a supporter who
 * writes to a learner is offered to log it, once a day and learner. Telling it twice, or in another order, changes
 * nothing. Of most messages one indexed read is all.
 */
export async function seeMessage(context: Context, message: SeenMessage): Promise<CheckInOffer[]> {
  const { authorId, at } = message;
  const addressed = [...new Set(message.addressedIds)].filter((userId) => userId !== authorId);
  const asked = addressed.length > mostAddressed ? [] : addressed;
  const noticed = await noticedLearners(context.db, message, [authorId, ...asked]);
  for (const learner of noticed) {
    if (learner.slackUserId === authorId && isNews(learner, at))
      await noteReply(context, message, learner.id, at);
  }
  const learners = noticed.filter(({ slackUserId }) => slackUserId !== authorId);
  return learners.length === 0 ? [] : offersFor(context, message, learners);
}

/** While no answer is awaited, the day is enough: whatever is logged for an earlier day has been answered. */
function isNews({ seenAt, awaitingReplySince, zone }: NoticedLearner, at: Date): boolean {
  if (seenAt === null) return true;
  if (awaitingReplySince !== null) return seenAt < at;
  return localDateAt(seenAt, zone) < localDateAt(at, zone);
}

async function noteReply(
  context: Context,
  scope: WorkspaceScope,
  learnerId: string,
  at: Date,
): Promise<void> {
  await transact(context, async (unit) => {
    const learner = await lockNoticedLearner(unit.db, scope, learnerId);
    if (!learner || (learner.seenAt !== null && learner.seenAt >= at)) return;
    await noteSeen(unit.db, learner, learner.id, at);
    if (learner.awaitingReplySince === null) return;
    const program = await requireProgram(unit.db, learner);
    await restateLearner(unit, learner, program.rules, localDateAt(unit.now, program.zone));
    await audit(unit.db, {
      workspaceId: learner.workspaceId,
      programId: learner.programId,
      action: 'learner.seen',
      subjectId: learner.id,
      details: { on: localDateAt(at, program.zone), awaitingReplySince: learner.awaitingReplySince },
      at: unit.now,
    });
  });
}

async function offersFor(
  context: Context,
  { workspaceId, authorId: supporterId, at }: SeenMessage,
  learners: readonly NoticedLearner[],
): Promise<CheckInOffer[]> {
  const learnerIds = learners.map(({ id }) => id);
  const offered = await noteOffers(context.db, { workspaceId }, { supporterId, learnerIds, at });
  return learners
    .filter(({ id }) => offered.includes(id))
    .map(({ id: learnerId, name: learnerName }) => ({ learnerId, learnerName }));
}
