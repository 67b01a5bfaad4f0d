import { findToldCase } from '../../db/case-writing';
import type { Queryable } from '../../db/client';
import { findConsultationFor, findToldConsultation } from '../../db/consultation-closing';
import type { Delivery } from '../../db/deliveries';
import { findMember } from '../../db/members';
import type { FollowUpQuestion } from '../../domain/closing';
import type { Locale } from '../../domain/locale';
import { UserError } from '../../errors';
import type { Context } from '../context';
import { type ConsultationKey, mayFollowUp, ownConsultation } from './closable';

/**
 * The question how it went on, from live data. Null: it isn't to be asked any more, as the consultation was opened again or
 * its reader has left the program, and hasn't been posted.
 */
export async function buildFollowUp(
  db: Queryable,
  delivery: Delivery,
): Promise<{ locale: Locale; model: FollowUpQuestion } | null> {
  const { subject, recipient, status } = delivery;
  if (subject === null) return null;
  const [told, seen, reader] = await Promise.all([
    findToldConsultation(db, delivery, subject),
    findConsultationFor(db, delivery, recipient, subject),
    findMember(db, delivery, recipient),
  ]);
  const written = told?.caseId ? await findToldCase(db, delivery, told.caseId) : null;
  if (!told || !seen || !reader || !written) return null;
  // One that is asked later belongs to a later closing.
  const asks = told.status === 'closed' && told.followUpAt === null;
  if (!asks && status !== 'sent') return null;
  const { followUpAnswer: answer, followUpLine: line, title } = written;
  return {
    locale: reader.locale,
    model: {
      consultationId: subject,
      learnerName: told.hideName && !seen.asked ? null : told.learnerName,
      title,
      closedOn: asks ? told.closedOn : null,
      followUp: answer === null ? null : { answer, line },
    },
  };
}

/**
 * The modal that takes the answer.
 * @throws {UserError} consultationOpenAgain, followUpAnswered, and what ownConsultation throws.
 */
export async function openFollowUp(
  { db }: Pick<Context, 'db'>,
  key: ConsultationKey,
): Promise<{ locale: Locale; title: string }> {
  const { consultation } = await ownConsultation({ db }, key, mayFollowUp);
  const [written, viewer] = await Promise.all([
    consultation.caseId === null ? null : findToldCase(db, key, consultation.caseId),
    findMember(db, key, key.viewerId),
  ]);
  if (!written || !viewer) throw new UserError('consultationGone');
  if (consultation.status !== 'closed') throw new UserError('consultationOpenAgain');
  if (written.followUpAnswer !== null) throw new UserError('followUpAnswered');
  return { locale: viewer.locale, title: written.title };
}
