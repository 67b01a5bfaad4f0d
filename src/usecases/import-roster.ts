import { randomUUID } from 'node:crypto';
import { audit } from '../db/audit';
import { loadProgramRules } from '../db/programs';
import { findRosterLearners, lockRoster, supporterIds } from '../db/roster';
import { type DueState, lockDueStates } from '../db/roster-due';
import { type LearnerToSave, saveRosterLearners } from '../db/roster-save';
import type { NextContact } from '../domain/cadence';
import { type LocalDate, localDateAt } from '../domain/dates';
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
import { touchListsOf } from './restate-learner';
import { touchHomesOf } from './touch-homes';

export interface ImportOptions {
  /** Mentors and advisors whom Banso may not know yet, as Slack describes them. */
  people: readonly Person[];
  /** The Slack user who imports; null: an operator. */
  actorId: string | null;
  /** Told after each batch: learners written, and how many there are to write. */
  onProgress?: (done: number, total: number) => void;
}

export type ImportResult =
  | { kind: 'imported'; added: number; changed: number; unchanged: number }
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
    await saveMatch(unit, scope, match, options.onProgress);
    const counts = { added: match.added.length, changed: match.changed.length, unchanged: match.unchanged };
    if (counts.added + counts.changed > 0) await auditImport(unit, scope, options.actorId, counts);
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
  onProgress: ImportOptions['onProgress'],
): Promise<void> {
  const rules = await loadProgramRules(unit.db, scope);
  const everybody = [...changed, ...added.map(({ learner }) => ({ id: randomUUID(), learner }))];
  const changedIds = changed.map(({ id }) => id);
  // All learners, then all lists, each in one order, as a check-in does: so none waits for another in a circle.
  const states = await lockDueStates(unit.db, scope, changedIds);
  const today = localDateAt(unit.now, rules.zone);
  let done = 0;
  for (const batch of batchesOf(everybody)) {
    const toSave = batch.map(({ id, learner }) =>
      learnerToSave(rules, today, { id, learner }, states.get(id)),
    );
    await saveRosterLearners(unit.db, scope, toSave, unit.now);
    done += batch.length;
    onProgress?.(done, everybody.length);
  }
  await touchListsOf(unit, scope, changedIds);
  if (everybody.length > 0) await touchHomesOf(unit, scope, await supporterIds(unit.db, scope));
}

function learnerToSave(
  rules: ProgramRules,
  today: LocalDate,
  { id, learner }: { id: string; learner: RosterLearner },
  state: DueState = nothingYet(today),
): LearnerToSave {
  const { dueOn, dueSetOn, ...contacts } = state;
  const over = learner.endsOn < today;
  const cadence = { ...learner, ...contacts };
  const next = over ? nothingDue : nextContactFor(rules, cadence, today);
  const status = over ? 'completed' : 'active';
  const watching = !over && isWatched(rules, cadence, today);
  return { id, learner, status, next, watching, dueSetOn: next.dueOn === dueOn ? dueSetOn : today };
}

/** A course that ended before it came to Banso asks for no contact any more. */
const nothingDue: NextContact = { dueOn: null, floorOn: null, reason: 'over' };

function nothingYet(today: LocalDate): DueState {
  return { lastContactOn: null, plannedOn: null, pauses: [], dueOn: null, dueSetOn: today };
}

async function auditImport(
  { db, now }: Unit,
  { workspaceId, programId }: ProgramScope,
  actorId: string | null,
  details: { added: number; changed: number; unchanged: number },
): Promise<void> {
  const action = 'roster.imported';
  await audit(db, { workspaceId, programId, actorId, action, subjectId: programId, details, at: now });
}

function* batchesOf<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH);
}
