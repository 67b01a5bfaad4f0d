import { listedOfCaseloads } from '../db/cover-requests';
import { leadsOfPeople } from '../db/members';
import type { WorkspaceScope } from '../domain/scope';
import type { Unit } from './context';
import { touchListsOf } from './restate-learner';
import { touchHomesOf } from './touch-homes';

/**
 * Has every list and Home drawn again that shows who acts for the learners of these caseloads, and for those who have
 * just left them: leads see on theirs who needs cover and who is away.
 */
export async function touchCaseloads(
  unit: Unit,
  scope: WorkspaceScope,
  companionIds: readonly string[],
  others: readonly string[] = [],
  leftIds: readonly string[] = [],
): Promise<void> {
  await touchListsOf(unit, scope, [...(await listedOfCaseloads(unit.db, scope, companionIds)), ...leftIds]);
  const leads = await leadsOfPeople(unit.db, scope, companionIds);
  await touchHomesOf(unit, scope, [...companionIds, ...others, ...leads]);
}
