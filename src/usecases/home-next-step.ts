import { hasLoggedCheckIn } from '../db/check-ins';
import type { Queryable } from '../db/client';
import type { HomeKey } from '../db/homes';
import { findBeginnings } from '../db/team';
import { type NextStep, nextStepOf } from '../domain/next-step';

/**
 * What she does next, given the programs in which she has learners to contact. Whether she is a newcomer is asked only where it
 * matters.
 */
export async function findNextStep(
  db: Queryable,
  key: HomeKey,
  ownProgramIds: ReadonlySet<string>,
): Promise<NextStep | null> {
  const found = await findBeginnings(db, key, key.userId);
  const beginnings = found.map((it) => ({ ...it, hasOwn: ownProgramIds.has(it.programId) }));
  const step = nextStepOf(beginnings, { isNewcomer: true });
  if (step === null) return null;
  return (await hasLoggedCheckIn(db, key)) ? nextStepOf(beginnings, { isNewcomer: false }) : step;
}
