import { randomUUID } from 'node:crypto';
import { audit } from '../db/audit';
import { newId } from '../db/ids';
import { insertPauses } from '../db/pauses';
import { keepProfiles } from '../db/profiles';
import { loadProgramRules } from '../db/programs';
import { findRosterLearners, lockRoster, supporterIds } from '../db/roster';
import { type DueState, lockDueStates } from '../db/roster-due';
import { type LearnerToSave, saveRosterLearners } from '../db/roster-save';
import { nothingDue } from '../domain/cadence';
import { addDays, type LocalDate, localDateAt } from '../domain/dates';
import { reachOf } from '../domain/pauses';
import { isWatched } from '../domain/plan';
import { nextContactFor, type ProgramRules } from '../domain/program-rules';
import {
  inFileOrder,
  type Person,
  type Roster,
  type RosterFault,
  type RosterLearner,
} from '../domain/roster';
import { matchRoster, type RosterMatch, type StoredLearner } from '../domain/roster-match';
import type { ProgramScope } from '../domain/scope';
import { checkRosterPeople } from './check-roster-people';
import { type Context, transact, type Unit } from './context';
import { recordPassedFloors } from './record-breaches';
import { touchListsOf } from './restate-learner';
import { touchHomesOf } from './touch-homes';

export interface ImportOptions {
  /** Mentors and advisors whom Banso may not know yet, as Slack describes them. */
  people: readonly Person[];
  /** The Slack user who imports; null: an operator. */
  actorId: string | null;
  /** Told after each batch, and waited for: learners written, and how many there are to write. Throwing undoes it all. */
  onProgress?: (done: number, total: number) => unknown;
  /** Comes last, in the import's own transaction: it takes effect together with the learners, or neither does. */
  atEnd?: (unit: Unit, counts: ImportCounts) => Promise<void>;
}

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

export type ImportResult =
  | ({ kind: 'imported' } & ImportCounts)
  /** Nothing was written. */
  | { kind: 'refused'; faults: RosterFault[] };

/** Rows per statement: a statement takes 65,535 parameters, a learner about 30 of them. */
const BATCH = 1000;

/**
 * Brings a program's learners to what a roster says, all or nothing. Who is in the program but not in the file
 * stays as she is; importing a file again changes nothing.
 */
export function importRoster(
  context: Context,
  scope: ProgramScope,
  roster: Roster,
  options: ImportOptions,
): Promise<ImportResult> {
  return transact(context, async (unit) => {
    await lockRoster(unit.db, scope);
    const match = matchRoster(roster.rows, await findStored(unit, scope, roster), roster.headers);
    const people = await checkRosterPeople(unit, scope, roster.mentions, options.people);
    const faults = inFileOrder([...roster.faults, ...match.faults, ...people.faults]);
    if (faults.length > 0) return { kind: 'refused', faults };
    await people.addMembers();
    await saveMatch(unit, scope, match, options);
    const counts = { added: match.added.length, changed: match.changed.length, unchanged: match.unchanged };
    if (counts.added + counts.changed > 0) await auditImport(unit, scope, options.actorId, counts);
    await options.atEnd?.(unit, counts);
    return { kind: 'imported', ...counts };
  });
}

async function findStored({ db }: Unit, scope: ProgramScope, { rows }: Roster): Promise<StoredLearner[]> {
  // Two rows of different batches may find one learner, by Slack id and by name.
  const stored = new Map<string, StoredLearner>();
  for (const batch of batchesOf(rows)) {
    const found = await findRosterLearners(
      db,
      scope,
      batch.map(({ learner }) => learner),
    );
    for (const it of found) stored.set(it.id, it);
  }
  return [...stored.values()];
}

async function saveMatch(
  unit: Unit,
  scope: ProgramScope,
  { added, changed }: RosterMatch,
  { actorId, onProgress }: Pick<ImportOptions, 'actorId' | 'onProgress'>,
): Promise<void> {
  const everybody = [...changed, ...added.map(({ learner }) => ({ id: randomUUID(), learner }))];
  const changedIds = changed.map(({ id }) => id);
  // All learners, then all lists, each in one order, as a check-in does: so none waits for another in a circle.
  const states = await lockDueStates(unit.db, scope, changedIds);
  const rules = await loadProgramRules(unit.db, scope);
  const today = localDateAt(unit.now, rules.zone);
  const asStored = [...states].map(([id, { floorOn }]) => ({ id, floorOn }));
  await recordPassedFloors(unit, scope, asStored, today);
  await rememberBreaks(unit, scope, { changed, states, rules, today });
  await keepProfiles(unit.db, scope, changedIds, { by: actorId, at: unit.now });
  let done = 0;
  for (const batch of batchesOf(everybody)) {
    const toSave = batch.map(({ id, learner }) =>
      learnerToSave(rules, today, { id, learner }, states.get(id)),
    );
    await saveRosterLearners(unit.db, scope, toSave, unit.now);
    done += batch.length;
    await onProgress?.(done, everybody.length);
  }
  await touchListsOf(unit, scope, changedIds, [{ programId: scope.programId, madeBy: null }]);
  if (everybody.length > 0) await touchHomesOf(unit, scope, await supporterIds(unit.db, scope));
}

interface Returning {
  changed: RosterMatch['changed'];
  states: Map<string, DueState>;
  rules: ProgramRules;
  today: LocalDate;
}

/** Of those whom a prolonged course brings back, the days in between count as a break: nobody comes back overdue. */
async function rememberBreaks(
  { db }: Unit,
  scope: ProgramScope,
  { changed, states, rules, today }: Returning,
): Promise<void> {
  const breaks = changed.flatMap(({ id, learner }) => {
    const state = states.get(id);
    if (!state || statusAfter(state.status, { endsOn: state.endsOn, learner, today }) === state.status)
      return [];
    const away = { from: state.statusOn ?? state.dueSetOn, to: addDays(today, -1) };
    if (away.from > away.to) return [];
    const { dueOn } = nextContactFor(rules, { ...learner, ...state, endsOn: learner.endsOn }, today);
    const reachesBackTo = reachOf(away, dueOn, today);
    state.pauses.push({ from: reachesBackTo ?? away.from, to: away.to });
    return [{ id: newId(), learnerId: id, ...away, reachesBackTo, reason: state.statusReason ?? '' }];
  });
  await insertPauses(db, scope, breaks);
}

function learnerToSave(
  rules: ProgramRules,
  today: LocalDate,
  { id, learner }: { id: string; learner: RosterLearner },
  state: DueState | ReturnType<typeof nothingYet> = nothingYet(today),
): LearnerToSave {
  const { dueOn, dueSetOn, status: before, endsOn, ...contacts } = state;
  const status = statusAfter(before, { endsOn, learner, today });
  const cadence = { ...learner, ...contacts };
  const followed = status === 'active' && learner.endsOn >= today;
  const next = followed ? nextContactFor(rules, cadence, today) : nothingDue;
  const watching = followed && isWatched(rules, cadence, today);
  return { id, learner, status, next, watching, dueSetOn: next.dueOn === dueOn ? dueSetOn : today };
}

/**
 * A course that ended before it came to Banso asks for no contact any more. Only a course that was prolonged brings somebody
 * back: a pause, a completion and a withdrawal are the team's decisions.
 */
function statusAfter(
  before: DueState['status'] | null,
  { endsOn, learner, today }: { endsOn: LocalDate | null; learner: RosterLearner; today: LocalDate },
): DueState['status'] {
  if (before === null) return learner.endsOn < today ? 'completed' : 'active';
  const prolonged = endsOn !== null && learner.endsOn > endsOn && learner.endsOn >= today;
  return before === 'completed' && prolonged ? 'active' : before;
}

function nothingYet(
  today: LocalDate,
): Omit<DueState, 'status' | 'endsOn' | 'floorOn'> & { status: null; endsOn: null } {
  const noStatus = { status: null, statusOn: null, statusReason: null, endsOn: null };
  return { ...noStatus, lastContactOn: null, plannedOn: null, pauses: [], dueOn: null, dueSetOn: today };
}

async function auditImport(
  { db, now }: Unit,
  { workspaceId, programId }: ProgramScope,
  actorId: string | null,
  { added, changed, unchanged }: ImportCounts,
): Promise<void> {
  const details = { added, changed, unchanged };
  const action = 'roster.imported';
  await audit(db, { workspaceId, programId, actorId, action, subjectId: programId, details, at: now });
}

function* batchesOf<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH);
}
