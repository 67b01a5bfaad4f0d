import { addMembers } from '../db/members-add';
import { findRosterLearners, knownMemberIds } from '../db/roster';
import { searchKey } from '../domain/names';
import type { Profile } from '../domain/profile';
import type { Person } from '../domain/roster';
import type { ProgramScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Unit } from './context';

/**
 * Refuses what can't be of a learner, with the program's roster locked.
 * @throws {UserError} courseEndsBeforeStart, and learnerNameTaken or learnerAccountTaken when another learner of the
 * program has the name with that first day, or the Slack account.
 */
export async function refuseProfile(
  { db }: Unit,
  scope: ProgramScope,
  profile: Profile,
  learnerId: string,
): Promise<void> {
  if (profile.endsOn < profile.startedOn) throw new UserError('courseEndsBeforeStart');
  const alike = await findRosterLearners(db, scope, [profile]);
  for (const { learner } of alike.filter(({ id }) => id !== learnerId)) {
    const { slackUserId } = profile;
    if (slackUserId !== null && learner.slackUserId === slackUserId)
      throw new UserError('learnerAccountTaken', { name: learner.name });
    if (searchKey(learner.name) === searchKey(profile.name) && learner.startedOn === profile.startedOn)
      throw new UserError('learnerNameTaken');
  }
}

/**
 * Makes mentor and advisor known to Banso who are new to it.
 * @throws {UserError} personUnknown when Slack has no such person, or only a bot or a closed account.
 */
export async function introduceCareTeam(
  { db }: Unit,
  scope: ProgramScope,
  { mentor, advisor }: Profile,
  people: readonly Person[],
): Promise<void> {
  const ids = [mentor, advisor].flatMap((person) => (person && 'userId' in person ? [person.userId] : []));
  if (ids.length === 0) return;
  const known = await knownMemberIds(db, scope, ids);
  const strangers = ids.filter((id) => !known.has(id));
  const described = people.filter(({ userId }) => strangers.includes(userId));
  if (strangers.some((id) => !described.some(({ userId }) => userId === id))) {
    throw new UserError('personUnknown');
  }
  await addMembers(db, scope, described);
}
