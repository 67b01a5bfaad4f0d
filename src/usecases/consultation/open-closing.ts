import { findCase } from '../../db/case-writing';
import type { Queryable } from '../../db/client';
import { questionsOf, recentConcerns, type SeenConsultation } from '../../db/consultation-closing';
import { repliesOf } from '../../db/consultation-replies';
import { findMember, membersByKeys } from '../../db/members';
import { type ClosingForm, type ClosingReply, draftOf, offeredReplies } from '../../domain/closing';
import { courseWeek } from '../../domain/learner-card';
import type { Locale } from '../../domain/locale';
import { mentionedIn, plainThreadText } from '../../domain/thread-text';
import { UserError } from '../../errors';
import type { Context } from '../context';
import { type ConsultationKey, ownConsultation, refuseClosed } from './closable';

/** Of how many check-ins the concerns are filled in. */
const lastCheckIns = 3;

export interface OpenedClosing {
  /** The viewer's language. */
  locale: Locale;
  form: ClosingForm;
}

/**
 * The modal in which a consultation is closed, with a draft of its case put together from the thread.
 * @throws {UserError} consultationClosed with who has closed it, and what ownConsultation throws.
 */
export async function openClosing({ db }: Pick<Context, 'db'>, key: ConsultationKey): Promise<OpenedClosing> {
  const { viewerId, consultationId } = key;
  const seen = await ownConsultation({ db }, key);
  await refuseClosed({ db }, seen);
  const { consultation, learner } = seen;
  const [questions, replies, concerns, earlier, viewer] = await Promise.all([
    questionsOf(db, key, consultationId),
    readableReplies(db, seen),
    recentConcerns(db, key, learner.id, lastCheckIns),
    consultation.caseId === null ? null : findCase(db, key, consultation.caseId),
    findMember(db, key, viewerId),
  ]);
  if (!viewer) throw new UserError('consultationGone');
  const hidden = consultation.hideName && !seen.asked;
  return {
    locale: viewer.locale,
    form: {
      consultationId,
      learnerName: hidden ? null : learner.name,
      unit: learner.unit,
      courseWeek: courseWeek(learner, consultation.openedOn).week,
      draft: draftOf(questions, earlier, concerns),
      replies: offeredReplies(replies),
    },
  };
}

/**
 * The thread's replies as plain text. What was said before it was opened again may be in its case already, so only later
 * ones count as marked.
 */
export async function readableReplies(
  db: Queryable,
  { consultation: { id, reopenedAt, ...scope } }: SeenConsultation,
): Promise<(Omit<ClosingReply, 'chosen'> & { marked: boolean })[]> {
  const replies = await repliesOf(db, scope, id);
  const mentioned = replies.flatMap((reply) => mentionedIn(reply.text));
  const people = mentioned.map((userId) => ({ workspaceId: scope.workspaceId, userId }));
  const names = new Map((await membersByKeys(db, people)).map(({ userId, name }) => [userId, name]));
  return replies.map(({ ts, authorName, text, helped, postedAt }) => ({
    ts,
    authorName,
    text: plainThreadText(text, (userId) => names.get(userId) ?? null).trim(),
    marked: helped > 0 && (reopenedAt === null || postedAt > reopenedAt),
  }));
}
