import { lockLearnerFor } from '../db/learners';
import { findPromiseFor, type SeenPromise } from '../db/promises';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Unit } from './context';

export interface PromiseInput extends WorkspaceScope {
  supporterId: string;
  promiseId: string;
}

/**
 * A promise that a supporter is about to settle, with its learner locked, as every change around a learner begins. She
 * may have left: what was promised to her stays promised.
 * @throws {UserError} promiseGone when there is no such promise in the supporter's programs.
 */
export async function lockOwnPromise({ db }: Unit, input: PromiseInput): Promise<SeenPromise> {
  const { supporterId, promiseId } = input;
  const found = await findPromiseFor(db, input, supporterId, promiseId);
  if (found) await lockLearnerFor(db, input, supporterId, found.learnerId);
  const promise = found && (await findPromiseFor(db, input, supporterId, promiseId));
  if (!promise) throw new UserError('promiseGone');
  return promise;
}

/** @throws {UserError} promiseKept, with the name of whoever has kept it. */
export function refuseKept({ keptAt, keptByName }: SeenPromise): void {
  if (keptAt) throw new UserError('promiseKept', { name: keptByName ?? '' });
}
