import { audit } from '../db/audit';
import { keepPromiseRow } from '../db/promises';
import { type Context, transact } from './context';
import { lockOwnPromise, type PromiseInput, refuseKept } from './lock-own-promise';
import { touchListsOf } from './restate-learner';
import { touchHomesOf } from './touch-homes';

/**
 * "Done": a promise is kept, by whoever of the program's supporters says so. The first one to press has done it;
 * pressing again changes nothing.
 * @throws {UserError} promiseGone, and promiseKept when somebody else has kept it.
 */
export async function keepPromise(
  context: Context,
  input: PromiseInput,
): Promise<{ learnerName: string; repeated: boolean }> {
  return transact(context, async (unit) => {
    const promise = await lockOwnPromise(unit, input);
    const { learnerName, workspaceId, programId, learnerId, madeBy, dueOn } = promise;
    if (promise.keptBy === input.supporterId) return { learnerName, repeated: true };
    refuseKept(promise);
    await keepPromiseRow(unit.db, input, promise.id, { by: input.supporterId, at: unit.now });
    await audit(unit.db, {
      workspaceId,
      programId,
      actorId: input.supporterId,
      action: 'promise.kept',
      subjectId: promise.id,
      details: { learnerId, dueOn },
      at: unit.now,
    });
    await touchListsOf(unit, input, [], [{ programId, madeBy }]);
    await touchHomesOf(unit, input, [madeBy]);
    return { learnerName, repeated: false };
  });
}
