import type { Queryable } from '../db/client';
import { promisesDue } from '../db/due-lists';
import type { ProgramWithRules } from '../db/programs';
import { promisesOf } from '../db/promises';
import { type LocalDate, localDateAt } from '../domain/dates';
import { type OwnPromise, promiseMoves, promiseState, type TeamPromise } from '../domain/promises';
import { reminderHorizon, reminderSlot } from '../domain/reminders';
import type { WorkspaceScope } from '../domain/scope';
import type { Worker } from './working-times';

/** Somebody with more has other worries than the exact number. */
const limit = 200;

interface Place {
  program: ProgramWithRules;
  /** The program's local date. */
  today: LocalDate;
  /** The last due day that matters; all without one. */
  until?: LocalDate;
}

/** A supporter's programs, each with the last day that belongs into her reminder of this instant. */
export function reminderPlaces({ programs, time }: Worker, now: Date): Required<Place>[] {
  const { nextAt } = reminderSlot(now, time);
  return programs.map((program) => ({
    program,
    today: localDateAt(now, program.zone),
    until: reminderHorizon(nextAt, program.zone),
  }));
}

/** What somebody promised in her programs: open ones, and those kept since an instant, due ones first. */
export async function ownPromises(
  db: Queryable,
  maker: WorkspaceScope & { userId: string },
  places: readonly Place[],
  keptSince: Date | null,
): Promise<OwnPromise[]> {
  const byId = new Map(places.map((place) => [place.program.id, place]));
  const slots = places.map(({ program, until = null }) => ({ programId: program.id, until }));
  const found = await promisesOf(db, maker, slots, { keptSince, limit });
  return found.flatMap(({ programId, ...promise }) => {
    const place = byId.get(programId);
    return place ? [shownPromise(promise, place)] : [];
  });
}

/** What the digest of a day says of a team's promises: those that have fallen due after a day, kept ones since an instant. */
export async function teamPromises(
  db: Queryable,
  program: ProgramWithRules,
  { now, ...days }: { after: LocalDate; until: LocalDate; keptSince: Date; limit: number; now: Date },
): Promise<TeamPromise[]> {
  const found = await promisesDue(db, { workspaceId: program.workspaceId, programId: program.id }, days);
  const place = { program, today: localDateAt(now, program.zone) };
  return found.map((promise) => shownPromise(promise, place));
}

interface StoredPromise {
  dueOn: LocalDate;
  startedOn: LocalDate;
  namesake: boolean;
  kept: boolean;
}

function shownPromise<T extends StoredPromise>(
  { namesake, startedOn, kept, ...promise }: T,
  { program, today }: Place,
) {
  return {
    ...promise,
    startedOn: namesake ? startedOn : null,
    state: promiseState({ dueOn: promise.dueOn, kept }, today),
    movesTo: promiseMoves(promise.dueOn, today, program.rules.calendar.isWorkingDay),
  };
}
