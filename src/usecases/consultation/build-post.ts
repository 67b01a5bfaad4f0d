import type { Queryable } from '../../db/client';
import { findPostedConsultation, findQuestion, type PostedConsultation } from '../../db/consultations';
import type { Delivery } from '../../db/deliveries';
import type { Named } from '../../domain/anonymise/people';
import type { ConsultationPost, JoinedQuestion } from '../../domain/consultation-post';
import { courseWeek } from '../../domain/learner-card';
import type { Locale } from '../../domain/locale';
import { nameForms } from '../name-forms';

/** A consultation's root post, in the team's language, from live data. Null: the consultation is gone. */
export async function buildPost(
  db: Queryable,
  delivery: Delivery,
): Promise<{ locale: Locale; model: ConsultationPost } | null> {
  const row = await findPostedConsultation(db, delivery, delivery.id);
  if (!row) return null;
  const { learnerId, learnerName, hideName, namesake, startedOn, trend, ...post } = row;
  return {
    locale: row.locale,
    model: {
      ...post,
      startedOn: namesake && !hideName ? startedOn : null,
      learner: hideName ? null : { id: learnerId, name: learnerName },
      hidden: hiddenIn(row),
      course: courseWeek(row, row.openedOn),
      trend: [...trend].reverse(),
    },
  };
}

/** The note in the thread that tells of a further question. Null: it is gone. */
export async function buildJoined(
  db: Queryable,
  delivery: Delivery,
): Promise<{ locale: Locale; model: JoinedQuestion } | null> {
  if (delivery.subject === null) return null;
  const [row, question] = await Promise.all([
    findPostedConsultation(db, delivery, delivery.subject),
    findQuestion(db, delivery, delivery.id),
  ]);
  if (!row || !question) return null;
  const { authorName, situation, tried, wants } = question;
  return { locale: row.locale, model: { authorName, situation, tried, wants, hidden: hiddenIn(row) } };
}

function hiddenIn({ hideName, learnerNames, learnerSlackId }: PostedConsultation): Named[] {
  if (!hideName) return [];
  const names = learnerNames.filter((name) => name.trim() !== '');
  return [{ role: 'learner', names: nameForms(names), slackUserId: learnerSlackId }];
}
