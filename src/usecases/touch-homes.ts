import { type HomeKey, touchHomes } from '../db/homes';
import { byWorkspace } from '../domain/grouping';
import type { WorkspaceScope } from '../domain/scope';
import { homeJob } from '../jobs/catalog';
import type { Unit } from './context';

/**
 * Has the Homes of these people drawn again, of those who have opened theirs. Call it after whatever marks lists: so
 * all transactions lock in one order.
 */
export async function touchHomesOf(
  unit: Unit,
  scope: WorkspaceScope,
  userIds: Iterable<string | null>,
): Promise<void> {
  const people = [...new Set(userIds)].filter((userId) => userId !== null);
  const homes = await touchHomes(unit.db, scope, people);
  unit.jobs.push(...homes.map((home) => homeJob(home, home.shownRevision)));
}

/** The same for people of several workspaces: once, after all else, so that these are locked in one order too. */
export async function touchHomesOfAll(unit: Unit, people: readonly HomeKey[]): Promise<void> {
  for (const [workspaceId, own] of byWorkspace(people)) {
    await touchHomesOf(
      unit,
      { workspaceId },
      own.map(({ userId }) => userId),
    );
  }
}
