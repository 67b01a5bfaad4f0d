import type { Queryable } from '../db/client';
import { caseloadAfter, onBreakOf } from '../db/due-lists';
import type { HomeKey } from '../db/homes';
import { addDays } from '../domain/dates';
import { type HomeModel, homeDaysAhead } from '../domain/home';
import type { Place } from './home-place';

/** Somebody with more than so many has other worries than the exact number. */
const counted = 500;

interface Later extends Pick<HomeModel, 'watchedBeyond' | 'later' | 'onBreak'> {
  /** The programs in which they are. */
  programIds: string[];
}

/** Home's part about the rest of her caseload: whom she watches quietly, who else comes after the week ahead, and who is on a break without an end. */
export async function laterParts(db: Queryable, key: HomeKey, places: readonly Place[]): Promise<Later> {
  const slots = places.map(({ program, today }) => ({
    programId: program.id,
    after: addDays(today, homeDaysAhead),
  }));
  const learners = await caseloadAfter(db, key, slots, counted);
  const resting = await onBreakOf(
    db,
    key,
    places.map(({ program }) => program.id),
    counted,
  );
  const watched = learners.filter(({ watching }) => watching);
  const others = learners.filter(({ watching }) => !watching);
  return {
    programIds: [...learners, ...resting].map(({ programId }) => programId),
    watchedBeyond: watched.map(({ name, startedOn, dueOn: on, planReason }) => ({
      ...{ name, startedOn, on },
      reason: planReason ?? '',
    })),
    later: others.map(({ name, startedOn, dueOn: on, dueReason }) => ({
      ...{ name, startedOn, on },
      afterBreak: dueReason === 'return',
    })),
    onBreak: resting.map(({ name, startedOn, since }) => ({ name, startedOn, since })),
  };
}
