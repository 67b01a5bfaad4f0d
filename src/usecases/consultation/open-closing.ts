import { findCase } from '../../db/case-writing';
import type { Queryable } from '../../db/client';
import { questionsOf, recentConcerns, type SeenConsultation } from '../../db/consultation-closing';
import { repliesOf } from '../../db/consultation-replies';
import { findMember } from '../../db/members';
import { type ClosingForm, type ClosingReply, draftOf, offeredReplies } from '../../domain/closing';
import type { Question } from '../../domain/consultation';
import { courseWeek } from '../../domain/learner-card';
import type { Locale } from '../../domain/locale';
import { UserError } from '../../errors';
import type { Context } from '../context';
import { plainMessages } from '../plain-messages';
import { type ConsultationKey, ownConsultation, refuseClosed } from './closable';
import { nameReplacer } from './names-of';

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
  // What was asked is kept as it was written; its post shows it without names, and so does this.
  const shown = hidden ? await withoutNamesOf(db, seen, questions) : questions;
  return {
    locale: viewer.locale,
    form: {
      consultationId,
      learnerName: hidden ? null : learner.name,
      unit: learner.unit,
      courseWeek: courseWeek(learner, consultation.openedOn).week,
      draft: draftOf(shown, earlier, concerns),
      replies: offeredReplies(replies),
    },
  };
}

async function withoutNamesOf(
  db: Queryable,
  { consultation, learner }: SeenConsultation,
  questions: readonly Question[],
): Promise<Question[]> {
  const { workspaceId, programId } = consultation;
  const nameless = await nameReplacer(db, { workspaceId, programId, learnerId: learner.id });
  return questions.map(({ situation, tried, wants }) => ({
    situation: nameless(situation).text,
    tried: nameless(tried).text,
    wants,
  }));
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
  const texts = await plainMessages(
    db,
    scope,
    replies.map(({ text }) => text),
  );
  return replies.map(({ ts, authorName, helped, postedAt }, i) => ({
    ts,
    authorName,
    text: texts[i] ?? '',
    marked: helped > 0 && (reopenedAt === null || postedAt > reopenedAt),
  }));
}
