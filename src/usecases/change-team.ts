import { audit } from '../db/audit';
import { addMembers } from '../db/members-add';
import { touchPersonalLists } from '../db/personal-lists';
import { findTeam, lockTeam, removeSupporters, saveSupporters, teamCaseloadSizes } from '../db/team';
import type { Person } from '../domain/roster';
import type { ProgramScope } from '../domain/scope';
import { changeOfTeam, type TeamChange, type TeamMember, teamKey } from '../domain/team';
import { UserError } from '../errors';
import { refreshJob } from '../jobs/catalog';
import { type Context, transact, type Unit } from './context';
import { findLedProgram } from './find-led-program';
import { markOf } from './open-team';
import { replanMembers } from './replan-members';
import { touchCaseloads } from './touch-caseloads';

export interface TeamToBe extends ProgramScope {
  /** The lead who changes it. */
  actorId: string;
  /** The team as she saw it. */
  mark: string;
  team: readonly TeamMember[];
  /** Those who join, as Slack describes them. */
  joining: readonly Person[];
  /** Who, as she knows, will leave with learners. */
  warnedOf: readonly string[];
}

/** Somebody who would leave, and how many learners would have nobody. */
export interface Leaving {
  userId: string;
  name: string;
  learnerCount: number;
}

export type ChangeTeamResult =
  | { kind: 'saved'; programName: string; teamSize: number; uncoveredCount: number; repeated: boolean }
  /** Nothing was changed: she doesn't know yet what it would do. */
  | { kind: 'warned'; leaving: Leaving[]; repeated: true };

/**
 * Makes a program's team what a lead wants. Those who leave keep their learners in name, who thereby count as
 * uncovered, until somebody takes them; whoever comes back covers them again.
 * @throws {UserError} notLead, leadMissing, teamChanged
 */
export function changeTeam(context: Context, wanted: TeamToBe): Promise<ChangeTeamResult> {
  return transact(context, async (unit) => {
    await lockTeam(unit.db, wanted);
    const { program } = await findLedProgram(unit.db, wanted, wanted.actorId, wanted);
    const present = await findTeam(unit.db, wanted);
    const { team } = wanted;
    const saved = { kind: 'saved' as const, programName: program.name, teamSize: team.length };
    if (markOf(present) !== wanted.mark) {
      if (teamKey(present) !== teamKey(team)) throw new UserError('teamChanged');
      return { ...saved, uncoveredCount: 0, repeated: true };
    }
    if (!team.some(({ role }) => role === 'lead')) throw new UserError('leadMissing');
    const change = changeOfTeam(present, team);
    const leaving = await findLeaving(unit, wanted, present, change);
    if (leaving.some(({ userId }) => !wanted.warnedOf.includes(userId)))
      return { kind: 'warned', leaving, repeated: true };
    await saveChange(unit, wanted, change);
    const uncoveredCount = leaving.reduce((sum, { learnerCount }) => sum + learnerCount, 0);
    return { ...saved, uncoveredCount, repeated: false };
  });
}

async function findLeaving(
  { db }: Unit,
  scope: ProgramScope,
  present: readonly (TeamMember & { name: string })[],
  { left }: TeamChange,
): Promise<Leaving[]> {
  const sizes = await teamCaseloadSizes(db, scope, left);
  return present
    .filter(({ userId }) => left.includes(userId))
    .map(({ userId, name }) => ({ userId, name, learnerCount: sizes.get(userId) ?? 0 }));
}

async function saveChange(
  unit: Unit,
  wanted: TeamToBe,
  { joined, changed, left }: TeamChange,
): Promise<void> {
  const { db, now } = unit;
  await addMembers(db, wanted, wanted.joining);
  await saveSupporters(db, wanted, [...joined, ...changed]);
  await removeSupporters(db, wanted, left, now);
  const { workspaceId } = wanted;
  const moved = [...joined.map(({ userId }) => userId), ...left];
  await replanMembers(
    unit,
    moved.map((userId) => ({ workspaceId, userId })),
  );
  for (const list of await touchPersonalLists(db, wanted, moved)) {
    if (list.status === 'sent') unit.jobs.push(refreshJob(list.id, list.shownRevision));
  }
  const { team } = wanted;
  await touchCaseloads(
    unit,
    wanted,
    moved,
    team.map(({ userId }) => userId),
  );
  await auditTeam(unit, wanted, { joined, changed, left });
}

async function auditTeam(
  { db, now }: Unit,
  { workspaceId, programId, actorId, team }: TeamToBe,
  { joined, changed, left }: TeamChange,
): Promise<void> {
  const details = { people: team.length, joined: joined.length, changed: changed.length, left: left.length };
  const about = { workspaceId, programId, actorId, subjectId: programId };
  await audit(db, { ...about, action: 'people.changed', details, at: now });
}
