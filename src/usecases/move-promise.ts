import { audit } from '../db/audit';
import { findPromiseFor, movePromiseRow } from '../db/promises';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { PromiseToMove } from '../domain/promises';
import { UserError } from '../errors';
import { type Context, transact } from './context';
import { lockOwnPromise, type PromiseInput, refuseKept } from './lock-own-promise';
import { touchListsOf } from './restate-learner';
import { touchHomesOf } from './touch-homes';

/**
 * The modal that moves a promise to any day.
 * @throws {UserError} promiseGone, and promiseKept.
 */
export async function openPromiseMove(
  { db, now }: Context,
  { supporterId, promiseId, ...scope }: PromiseInput,
): Promise<PromiseToMove> {
  const promise = await findPromiseFor(db, scope, supporterId, promiseId);
  if (!promise) throw new UserError('promiseGone');
  refuseKept(promise);
  const { locale, zone, learnerName, text, dueOn } = promise;
  return { locale, today: localDateAt(now, zone), learnerName, text, dueOn };
}

/**
 * Moves a promise to another day. Moving it to its own day writes nothing.
 * @throws {UserError} promiseGone, promiseKept, and promiseDatePast for a day before the program's today.
 */
export async function movePromise(
  context: Context,
  { to, ...input }: PromiseInput & { to: LocalDate },
): Promise<{ learnerName: string; dueOn: LocalDate; repeated: boolean }> {
  return transact(context, async (unit) => {
    const promise = await lockOwnPromise(unit, input);
    refuseKept(promise);
    const { learnerName, workspaceId, programId, learnerId, madeBy, dueOn: from } = promise;
    if (from === to) return { learnerName, dueOn: to, repeated: true };
    if (to < localDateAt(unit.now, promise.zone)) throw new UserError('promiseDatePast');
    await movePromiseRow(unit.db, input, promise, to);
    await audit(unit.db, {
      workspaceId,
      programId,
      actorId: input.supporterId,
      action: 'promise.moved',
      subjectId: promise.id,
      details: { learnerId, from, to },
      at: unit.now,
    });
    await touchListsOf(unit, input, [], [{ programId, madeBy }]);
    await touchHomesOf(unit, input, [madeBy]);
    return { learnerName, dueOn: to, repeated: false };
  });
}
