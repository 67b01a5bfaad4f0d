import { audit } from '../db/audit';
import { findAnswerBySubmission, insertAnswer } from '../db/care-answers';
import { findFlag } from '../db/care-flags';
import { careRolesOf } from '../db/care-team';
import type { Queryable } from '../db/client';
import { planDeliveries } from '../db/deliveries';
import { newId } from '../db/ids';
import { findLearnerFor, type Learner } from '../db/learners';
import { findMember, type Member } from '../db/members';
import { localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { deliverJob } from '../jobs/catalog';
import { redrawMessages } from './care-messages';
import { type Context, transact, type Unit } from './context';
import { lockOwnLearner } from './lock-own-learner';

export interface AnswerInput extends WorkspaceScope {
  authorId: string;
  checkInId: string;
  text: string;
  /** One per opened modal: submitting it twice answers once. */
  submissionKey: string;
}

export interface WrittenAnswer {
  learnerName: string;
  /** Who is told of it; null: nobody can be, it stands in the timeline alone. */
  toldName: string | null;
  repeated: boolean;
}

/**
 * Writes what a mentor or advisor answers to a check-in that she was told of: it joins the learner's timeline, and the
 * check-in's author is told at once.
 * @throws {UserError} flagGone when the check-in is gone or wasn't meant for her, notInCareTeam when she is no longer
 * the learner's mentor or advisor, answerSavedBefore when this modal was saved with another text, and what
 * lockOwnLearner throws.
 */
export async function answerFlag(context: Context, input: AnswerInput): Promise<WrittenAnswer> {
  return transact(context, async (unit) => {
    const { authorId, checkInId, text, submissionKey } = input;
    const flag = await findFlag(unit.db, input, authorId, checkInId);
    if (!flag) throw new UserError('flagGone');
    const [role] = await careRolesOf(unit.db, input, flag.learnerId, authorId);
    if (!role) throw new UserError('notInCareTeam');
    const learner = await lockOwnLearner(unit, input, authorId, flag.learnerId, 'careTeam');
    const { workspaceId, programId, id: learnerId, name: learnerName } = learner;
    const answer = { workspaceId, programId, learnerId, checkInId, authorId, role, text, submissionKey };
    const row = await insertAnswer(unit.db, { ...answer, createdAt: unit.now });
    if (!row) return repeated(unit, input, learnerName);
    const toldName = await tellAnswer(unit, learner, { answerId: row.id, by: authorId, to: flag.authorId });
    await redrawMessages(unit, learner, [flag.deliveryId]);
    await audit(unit.db, {
      workspaceId,
      programId,
      actorId: authorId,
      action: 'care.answered',
      subjectId: row.id,
      details: { learnerId, checkInId },
      at: unit.now,
    });
    return { learnerName, toldName, repeated: false };
  });
}

async function repeated({ db }: Unit, input: AnswerInput, learnerName: string): Promise<WrittenAnswer> {
  const earlier = await findAnswerBySubmission(db, input, input.submissionKey);
  const same = earlier?.text === input.text && earlier.checkInId === input.checkInId;
  if (!same) throw new UserError('answerSavedBefore');
  return { learnerName, toldName: null, repeated: true };
}

/** Tells the check-in's author, or the companion where the author can't be told. Returns whom. */
async function tellAnswer(
  { db, now, jobs }: Unit,
  learner: Learner,
  { answerId, by, to }: { answerId: string; by: string; to: string },
): Promise<string | null> {
  for (const userId of new Set([to, learner.companionId])) {
    const reader = userId === null || userId === by ? null : await readerOf(db, learner, userId);
    if (!reader) continue;
    const id = newId();
    const { workspaceId } = learner;
    await planDeliveries(db, [
      {
        learners: [],
        delivery: {
          id,
          workspaceId,
          kind: 'care_answer',
          dedupeKey: `care-answer-${answerId}`,
          recipient: reader.userId,
          subject: answerId,
          onDate: localDateAt(now, reader.zone),
          live: false,
          runAt: now,
          createdAt: now,
        },
      },
    ]);
    jobs.push(deliverJob(id, 0));
    return reader.name;
  }
  return null;
}

/** Somebody who still follows the learner up and whom Slack can reach. */
async function readerOf(db: Queryable, learner: Learner, userId: string): Promise<Member | null> {
  if (!(await findLearnerFor(db, learner, userId, learner.id, 'careTeam'))) return null;
  const member = await findMember(db, learner, userId);
  return member?.unreachableSince === null ? member : null;
}
