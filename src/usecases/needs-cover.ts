import type { ActorColumns } from '../db/acting';
import type { Queryable } from '../db/client';
import { memberKey, type ProgramWithRules } from '../db/programs';
import { firstDigestOn } from '../domain/availability';
import { instantAt, type LocalDate, later } from '../domain/dates';
import { isRemindedOn, remindOn, type Stint } from '../domain/reminders';
import type { WorkspaceScope } from '../domain/scope';
import { digestHourOf, loadWorkers, type Worker } from './working-times';

/** What says whether whoever acts for a learner can be in time. */
export interface CoverQuestion extends ActorColumns {
  programId: string;
  dueOn: LocalDate | null;
  floorOn: LocalDate | null;
  dueSetOn: LocalDate;
  lastContactOn: LocalDate | null;
}

export type NeedsCover = (learner: CoverQuestion) => boolean;

/**
 * Answers, for learners of one workspace, whether they need cover: nobody acts for them, or whoever does works on no
 * day that keeps the floor (DESIGN.md 3, "The day of the reminder"). Who took a learner for today has promised to act
 * today, a working day of hers or not. Reads each person's working time once.
 */
export async function loadNeedsCover(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learners: readonly ActorColumns[],
  now: Date,
): Promise<NeedsCover> {
  const actors = [...new Set(learners.flatMap(({ actorId }) => actorId ?? []))];
  const people = actors.map((userId) => ({ workspaceId, userId }));
  return needsCoverBy(workspaceId, await loadWorkers(db, people, now));
}

/** The same with working times that are read already. */
export function needsCoverBy(workspaceId: string, workers: ReadonlyMap<string, Worker>): NeedsCover {
  return ({ dueOn, ...learner }) => {
    const { actorId: userId, programId } = learner;
    const worker = userId === null ? undefined : workers.get(memberKey({ workspaceId, userId }));
    const program = worker?.programs.find(({ id }) => id === programId);
    if (!worker || !program) return true;
    if (dueOn === null) return false;
    if (isTakenForToday(learner)) return false;
    const stint = stintOf(learner);
    const notBefore = later(learner.dueSetOn, stint ? beginsOn(stint, program) : '');
    const worksOn = isRemindedOn(worker.time, program.zone, stint);
    return remindOn({ ...learner, dueOn, notBefore, worksOn }) === null;
  };
}

function isTakenForToday({ actorSince, actorUntil }: ActorColumns): boolean {
  return actorSince !== null && actorUntil === null;
}

function stintOf({ actorSince: from, actorUntil: until, actorZone: zone }: ActorColumns): Stint | null {
  return from && until && zone ? { zone, from, until } : null;
}

/** The first due day, in the program's dates, that belongs to somebody who stands in. */
function beginsOn({ zone, from }: Stint, program: ProgramWithRules): LocalDate {
  return firstDigestOn(instantAt(from, '00:00', zone), digestHourOf(program));
}
