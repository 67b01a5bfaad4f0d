import { type Learner, pausesOf } from '../db/learners';
import { insertPause, type NewPause } from '../db/pauses';
import { localDateAt } from '../domain/dates';
import { reachOf } from '../domain/pauses';
import { nextContactFor, type ProgramRules } from '../domain/program-rules';
import type { Unit } from './context';

/**
 * Writes a break. One that has begun reaches back to an open contact by the rules, not by what is stored: of somebody who is
 * away without a return day that is nothing. Call it with the learner's row locked.
 */
export async function writeBreak(
  { db, now }: Unit,
  learner: Learner,
  rules: ProgramRules,
  pause: Pick<NewPause, 'id' | 'from' | 'to' | 'reason'>,
): Promise<void> {
  const today = localDateAt(now, rules.zone);
  const pauses = await pausesOf(db, learner, learner.id);
  const { dueOn } = nextContactFor(rules, { ...learner, pauses }, today);
  await insertPause(db, learner, {
    ...pause,
    learnerId: learner.id,
    reachesBackTo: reachOf(pause, dueOn, today),
  });
}
