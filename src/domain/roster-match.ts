import { canonical } from './canonical';
import type { LocalDate } from './dates';
import { searchKey } from './names';
import type { RosterFault, RosterHeaders, RosterLearner, RosterRow } from './roster';
import type { RosterExpectation } from './roster-expectation';

/** A learner of the program, as the database has her. */
export interface StoredLearner {
  id: string;
  learner: RosterLearner;
  /** Whether a check-in has told the unit: the roster's is older then. */
  unitLogged: boolean;
}

/** What a roster does to a program. */
export interface RosterMatch {
  added: RosterRow[];
  /** Learners whom the file describes otherwise than the database. */
  changed: { id: string; learner: RosterLearner }[];
  unchanged: number;
  faults: RosterFault[];
}

/**
 * Finds who in the file is whom in the program: a learner is the same by Slack id, else by name and first day.
 *
 * `stored` must hold all learners who share one of these with a row. A row that would give a learner the name and
 * first day of another, and two rows that mean one learner, are faults.
 */
export function matchRoster(
  rows: readonly RosterRow[],
  stored: readonly StoredLearner[],
  headers: RosterHeaders,
): RosterMatch {
  const bySlackId = new Map(stored.map((it) => [it.learner.slackUserId, it]));
  const byName = new Map(stored.map((it) => [identityKey(it.learner), it]));
  const taken = new Map<string, RosterRow>();
  const match: RosterMatch = { added: [], changed: [], unchanged: 0, faults: [] };
  for (const row of rows) {
    const { slackUserId, name } = row.learner;
    const namesake = byName.get(identityKey(row.learner));
    const same = (slackUserId === null ? undefined : bySlackId.get(slackUserId)) ?? namesake;
    const expected = same && conflict(same, namesake, taken.get(same.id), headers);
    if (same) taken.set(same.id, row);
    if (expected) match.faults.push({ row: row.row, column: headers.name, value: name, expected });
    else if (!same) match.added.push(row);
    else addChange(match, same, row.learner);
  }
  return match;
}

function addChange(
  match: RosterMatch,
  { id, learner: stored, unitLogged }: StoredLearner,
  told: RosterLearner,
): void {
  const learner = unitLogged ? { ...told, unit: stored.unit } : told;
  if (canonical(learner) === canonical(stored)) match.unchanged += 1;
  else match.changed.push({ id, learner });
}

/** One text for what tells learners apart who have no Slack id: the name, however it is typed, and the first day. */
export function identityKey({ name, startedOn }: { name: string; startedOn: LocalDate }): string {
  return `${startedOn} ${searchKey(name)}`;
}

function conflict(
  same: StoredLearner,
  namesake: StoredLearner | undefined,
  twin: RosterRow | undefined,
  headers: RosterHeaders,
): RosterExpectation | null {
  if (twin) return { kind: 'singleLearner', rows: String(twin.row), learner: same.learner.name };
  if (namesake && namesake.id !== same.id)
    return {
      kind: 'otherName',
      column: headers.name,
      startColumn: headers.started_on,
      idColumn: headers.slack_user_id,
    };
  return null;
}
