import { and, desc, eq } from 'drizzle-orm';
import type { CareRole } from '../domain/care';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { careTeam } from './schema';

/** A learner's mentor and advisor, as far as there are any. Without an id: known by name alone. */
export async function careTeamOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
): Promise<{ role: CareRole; userId: string | null }[]> {
  return db
    .select({ role: careTeam.role, userId: careTeam.userId })
    .from(careTeam)
    .where(and(eq(careTeam.workspaceId, workspaceId), eq(careTeam.learnerId, learnerId)));
}

/** The roles that somebody has in a learner's care team beside the companion's, the mentor's first. */
export async function careRolesOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
  userId: string,
): Promise<CareRole[]> {
  const rows = await db
    .select({ role: careTeam.role })
    .from(careTeam)
    .where(
      and(
        eq(careTeam.workspaceId, workspaceId),
        eq(careTeam.learnerId, learnerId),
        eq(careTeam.userId, userId),
      ),
    )
    .orderBy(desc(careTeam.role));
  return rows.map(({ role }) => role);
}

/** Whether somebody is mentor or advisor of anybody. */
export async function isInACareTeam(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  userId: string,
): Promise<boolean> {
  const rows = await db
    .select({ role: careTeam.role })
    .from(careTeam)
    .where(and(eq(careTeam.workspaceId, workspaceId), eq(careTeam.userId, userId)))
    .limit(1);
  return rows.length > 0;
}
