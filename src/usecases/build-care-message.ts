import { findAnswer } from '../db/care-answers';
import { type FlaggedRow, flaggedIn } from '../db/care-flags';
import type { Queryable } from '../db/client';
import type { Delivery } from '../db/deliveries';
import { findLearnerFor } from '../db/learners';
import { findMember } from '../db/members';
import type { CareAnswerModel, CareFlagItem, CareMessageModel } from '../domain/care-message';
import { localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';

/**
 * What somebody of a care team is told, from live data. Null: nothing of it is meant for her any more and it hasn't been
 * posted.
 */
export async function buildCareMessage(
  db: Queryable,
  delivery: Delivery,
): Promise<{ locale: Locale; model: CareMessageModel } | null> {
  const member = await findMember(db, delivery, delivery.recipient);
  if (!member) return null;
  const flags = await flaggedIn(db, delivery, delivery.id);
  if (flags.length === 0 && delivery.status !== 'sent') return null;
  const { locale } = member;
  const urgent = delivery.kind === 'care_urgent';
  return { locale, model: { on: delivery.onDate, urgent, flags: flags.map(itemOf) } };
}

function itemOf({ namesake, startedOn, zone, answeredAt, ...flag }: FlaggedRow): CareFlagItem {
  return {
    ...flag,
    startedOn: namesake ? startedOn : null,
    answeredOn: answeredAt === null ? null : localDateAt(new Date(answeredAt), zone),
  };
}

/** An answer for the check-in's author. Null: it is gone, or she follows the learner up no more. */
export async function buildCareAnswer(
  db: Queryable,
  delivery: Delivery,
): Promise<{ locale: Locale; model: CareAnswerModel } | null> {
  const answer = delivery.subject === null ? null : await findAnswer(db, delivery, delivery.subject);
  const member = await findMember(db, delivery, delivery.recipient);
  if (!answer || !member) return null;
  const learner = await findLearnerFor(db, delivery, member.userId, answer.learnerId, 'careTeam');
  if (!learner) return null;
  const { authorName, role, contactedOn, text } = answer;
  const about = { learnerId: learner.id, learnerName: learner.name };
  return { locale: member.locale, model: { ...about, authorName, role, contactedOn, text } };
}
