import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../../db/client';
import type { Learner } from '../../db/learners';
import { learners } from '../../db/schema';
import type { LocalDate } from '../../domain/dates';
import { TourFailed } from './guide';

/** A supporter in Tokyo, and one in Los Angeles who reads English. */
export const supporter = { userId: 'U0MORI', name: '森' };
export const abroad = { userId: 'U0KUDO', name: '工藤' };

/** The learners whom the tour follows through the day. */
export interface Cast {
  /** Hears from her supporter. */
  contacted: Learner;
  /** Is doing well: her supporter waits a little. */
  postponed: Learner;
  /** Nobody gets round to her. */
  forgotten: Learner;
}

/** @throws {TourFailed} when too few of the supporter's learners are due. */
export async function chooseCast(db: Database, today: LocalDate): Promise<Cast> {
  const due = await db
    .select()
    .from(learners)
    .where(and(eq(learners.companionId, supporter.userId), eq(learners.dueOn, today)))
    .orderBy(asc(learners.readingKey), asc(learners.startedOn));
  const movable = due.filter(({ floorOn, endsOn }) => floorOn !== null && floorOn > today && endsOn > today);
  const [postponed, forgotten] = movable;
  const contacted = due.find((learner) => learner !== postponed && learner !== forgotten);
  if (!contacted || !postponed || !forgotten) {
    throw new TourFailed(`expected three learners of ${supporter.name} to be due, found ${due.length}`);
  }
  return { contacted, postponed, forgotten };
}
