import { recordMissedFloors, recordMissedFloorsOf, withdrawBreaches } from '../db/breaches';
import type { HomeKey } from '../db/homes';
import type { Learner } from '../db/learners';
import { leadsToTell } from '../db/members';
import type { ProgramDay } from '../db/program-days';
import type { NextContact } from '../domain/cadence';
import type { LocalDate } from '../domain/dates';
import { byWorkspace } from '../domain/grouping';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Unit } from './context';

/**
 * Records the floors that have ended without a contact by these programs' present days, each once. Returns the programs
 * with something new: their leads' Homes are to be drawn again once all lists are written (leadsToAsk).
 */
export function recordBreaches({ db, now }: Unit, slots: readonly ProgramDay[]): Promise<ProgramScope[]> {
  return recordMissedFloors(db, slots, now);
}

/** The leads of these programs, who are asked for the causes on their Homes. */
export async function leadsToAsk({ db }: Unit, programs: readonly ProgramScope[]): Promise<HomeKey[]> {
  const leads: HomeKey[] = [];
  for (const [workspaceId, missed] of byWorkspace(programs)) {
    const programIds = missed.map(({ programId }) => programId);
    const userIds = await leadsToTell(db, { workspaceId, programIds });
    leads.push(...userIds.map((userId) => ({ workspaceId, userId })));
  }
  return leads;
}

/**
 * Records the floors that these learners' rows still show and that ended before today, before the rows are written anew:
 * else nobody would see any more that they were missed. Call it with the rows locked and as they were. Returns whether
 * something was recorded.
 */
export function recordPassedFloors(
  { db, now }: Unit,
  scope: WorkspaceScope,
  learners: readonly Pick<Learner, 'id' | 'floorOn'>[],
  today: LocalDate,
): Promise<boolean> {
  const passed = learners.filter(({ floorOn }) => floorOn !== null && floorOn < today);
  return recordMissedFloorsOf(
    db,
    scope,
    passed.map(({ id }) => id),
    now,
  );
}

/**
 * Keeps what is recorded of one learner true when something about her changes: a contact in time takes a breach back; a
 * floor that ended before `until` (today, or the day since when she isn't followed) is recorded, if no sweep has yet, by
 * whatever lets the next one end later or never. A gap that opens between two contacts of the past is not recorded: nobody
 * could have been asked about it. Call it with her row locked and as it was before the change, and have the Homes of the
 * people whom it returns drawn again.
 */
export async function settleBreaches(
  unit: Unit,
  learner: Learner,
  { floorOn }: Pick<NextContact, 'floorOn'>,
  until: LocalDate,
): Promise<string[]> {
  const moved = floorOn === null || (learner.floorOn !== null && floorOn > learner.floorOn);
  const recorded = moved && (await recordPassedFloors(unit, learner, [learner], until));
  const withdrawn = await withdrawBreaches(unit.db, learner, { learnerId: learner.id, until });
  if (!recorded && !withdrawn) return [];
  const { workspaceId, programId } = learner;
  return leadsToTell(unit.db, { workspaceId, programIds: [programId] });
}
