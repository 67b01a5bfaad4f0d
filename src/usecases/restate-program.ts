import type { HomeKey } from '../db/homes';
import { learnersLeftOpen, reachPausesBack } from '../db/pauses';
import type { ProgramDay } from '../db/program-days';
import { loadProgramRules } from '../db/programs';
import {
  advanceRestatement,
  findRestatement,
  lockRestatementsToStart,
  lockUnfinishedRestatement,
  planRestatement,
  type Restatement,
  startRestatement,
} from '../db/restatements';
import { supporterIds } from '../db/roster';
import { activeLearnerIds, lockStatedLearners, saveDueDays } from '../db/stated-learners';
import { localDateAt } from '../domain/dates';
import { byWorkspace, groupBy } from '../domain/grouping';
import { nextPolicyAt } from '../domain/program-rules';
import { restated } from '../domain/restatement';
import type { ProgramScope } from '../domain/scope';
import { restateJob } from '../jobs/catalog';
import { type Context, transact, type Unit } from './context';
import { type Planner, planBatch } from './plan-batch';
import { recordPassedFloors } from './record-breaches';
import { touchListsOf } from './restate-learner';
import { touchHomesOfAll } from './touch-homes';

/** How many learners one transaction holds. */
const batchSize = 200;

/** A program with those of its learners for whom something else is due now. */
type RestatedProgram = ProgramScope & { learnerIds: readonly string[] };

/** How long a batch waits for one learner while it holds the others, in milliseconds: a check-in waits for 2 s. */
const lockWaitMs = 500;

/**
 * Has the due days of a program worked out anew in the background, and again on the day on which its next planned
 * policy takes effect. Call it after whatever changed the rules; one that is under way starts over.
 */
export async function restateProgram(unit: Unit, scope: ProgramScope): Promise<void> {
  const rules = await loadProgramRules(unit.db, scope);
  const { revision } = await startRestatement(unit.db, scope, {
    startedAt: unit.now,
    nextAt: nextPolicyAt(rules, unit.now),
  });
  unit.jobs.push(restateJob(scope, { revision, done: 0 }));
}

/**
 * Plans the same for the day alone on which the next policy takes effect: until then all stays as it is. Where the day of
 * the one before has come and no sweep has seen it yet, that is started, so that it isn't forgotten for the next.
 */
export async function planNextPolicy(unit: Unit, scope: ProgramScope): Promise<void> {
  const planned = await findRestatement(unit.db, scope);
  if (planned?.nextAt && planned.nextAt <= unit.now) return restateProgram(unit, scope);
  const rules = await loadProgramRules(unit.db, scope);
  await planRestatement(unit.db, scope, nextPolicyAt(rules, unit.now));
}

/**
 * Starts it for every program on whose planned policy the day has come. Returns how many these were.
 * @throws as planBatch
 */
export function startRestatements(context: Context, limit: number): Promise<number> {
  return planBatch(context, planner, limit);
}

const planner: Planner<Restatement> = {
  lock: lockRestatementsToStart,
  plan: async (unit, due) => {
    for (const scope of due) await restateProgram(unit, scope);
  },
  putOff: planRestatement,
  nameOf: ({ workspaceId, programId }) => `policy of program ${programId} of ${workspaceId}`,
};

/**
 * Works out the next batch of a program's learners and queues the one after it. It may run at any time and any number
 * of times: where it goes on stands in the database, and only what differs is written.
 */
export async function restateBatch(context: Context, scope: ProgramScope): Promise<void> {
  await transact({ ...context, lockWaitMs }, async (unit) => {
    const { db, now, jobs } = unit;
    const restatement = await lockUnfinishedRestatement(db, scope);
    if (!restatement) return;
    const ids = await activeLearnerIds(db, scope, { after: restatement.afterId, limit: batchSize });
    const programs = await restateThose(unit, scope, ids);
    await touchRestatedLists(unit, programs);
    await touchHomesOfAll(unit, await teamsOf(unit, programs));
    const done = restatement.done + ids.length;
    const finished = ids.length < batchSize;
    await advanceRestatement(db, scope, {
      afterId: ids.at(-1) ?? restatement.afterId,
      done,
      finishedAt: finished ? now : null,
    });
    if (!finished) jobs.push(restateJob(scope, { revision: restatement.revision, done }));
  });
}

/**
 * Has breaks that were entered ahead reach back to a contact that is open when they begin (see reachOf): from these programs'
 * present days on, however late, nobody is asked to write to somebody who is away. Doing it again changes nothing. Returns
 * whose lists and Homes are to be drawn again once all learners are written (touchRestatedLists, teamsOf).
 */
export async function restateBreaksBegun(
  unit: Unit,
  slots: readonly ProgramDay[],
): Promise<RestatedProgram[]> {
  const programs: RestatedProgram[] = [];
  const begun = groupBy(await learnersLeftOpen(unit.db, slots), ({ programId }) => programId);
  for (const slot of slots) {
    const learnerIds = (begun.get(slot.programId) ?? []).map(({ learnerId }) => learnerId);
    if (learnerIds.length === 0) continue;
    await lockStatedLearners(unit.db, slot, learnerIds);
    await reachPausesBack(unit.db, slot, { learnerIds, on: slot.on });
    programs.push(...(await restateThose(unit, slot, learnerIds)));
  }
  return programs;
}

/** Has the lists with these learners drawn again. */
export async function touchRestatedLists(unit: Unit, programs: readonly RestatedProgram[]): Promise<void> {
  for (const [workspaceId, own] of byWorkspace(programs)) {
    await touchListsOf(
      unit,
      { workspaceId },
      own.flatMap(({ learnerIds }) => learnerIds),
      own.map(({ programId }) => ({ programId, madeBy: null })),
    );
  }
}

/** Whose Homes show learners of these programs: whoever covers for somebody sees them as well. */
export async function teamsOf({ db }: Unit, programs: readonly ProgramScope[]): Promise<HomeKey[]> {
  const people: HomeKey[] = [];
  for (const { workspaceId, programId } of programs) {
    const userIds = await supporterIds(db, { workspaceId, programId });
    people.push(...[...userIds].map((userId) => ({ workspaceId, userId })));
  }
  return people;
}

/**
 * The rules are read once the learners are locked: whoever changes rules waits for the restatement, which is locked as well.
 * Returns the program with those for whom something else is due now; nothing where there are none.
 */
async function restateThose(
  unit: Unit,
  scope: ProgramScope,
  ids: readonly string[],
): Promise<RestatedProgram[]> {
  if (ids.length === 0) return [];
  const learners = await lockStatedLearners(unit.db, scope, ids);
  const rules = await loadProgramRules(unit.db, scope);
  const today = localDateAt(unit.now, rules.zone);
  const changed = restated(rules, learners, today);
  const changedIds = changed.map(({ id }) => id);
  const before = learners.filter(({ id }) => changedIds.includes(id));
  await recordPassedFloors(unit, scope, before, today);
  await saveDueDays(unit.db, scope, changed);
  const { workspaceId, programId } = scope;
  return changedIds.length > 0 ? [{ workspaceId, programId, learnerIds: changedIds }] : [];
}
