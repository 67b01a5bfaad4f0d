import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Role } from '../domain/access';
import type { Beginning } from '../domain/next-step';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { TeamMember } from '../domain/team';
import type { Queryable } from './client';
import { learners, members, programs, supporters } from './schema';

/**
 * Makes a second change to the program's team wait until this transaction ends; check-ins and lists don't. Returns whether
 * there is such a program.
 */
export async function lockTeam(db: Queryable, scope: ProgramScope): Promise<boolean> {
  const rows = await db
    .select({ id: programs.id })
    .from(programs)
    .where(and(eq(programs.workspaceId, scope.workspaceId), eq(programs.id, scope.programId)))
    .for('no key update');
  return rows.length > 0;
}

/** Those who support the program now, by name. */
export async function findTeam(
  db: Queryable,
  scope: ProgramScope,
): Promise<(TeamMember & { name: string })[]> {
  return db
    .select({ userId: supporters.userId, role: supporters.role, name: members.name })
    .from(supporters)
    .innerJoin(
      members,
      and(eq(members.workspaceId, supporters.workspaceId), eq(members.userId, supporters.userId)),
    )
    .where(
      and(
        eq(supporters.workspaceId, scope.workspaceId),
        eq(supporters.programId, scope.programId),
        isNull(supporters.removedAt),
      ),
    )
    .orderBy(asc(members.name), asc(supporters.userId));
}

/** Puts people on a team, brings them back, or gives them another role. */
export async function saveSupporters(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  people: readonly { userId: string; role: Role }[],
): Promise<void> {
  if (people.length === 0) return;
  await db
    .insert(supporters)
    .values(people.map(({ userId, role }) => ({ workspaceId, programId, userId, role })))
    .onConflictDoUpdate({
      target: [supporters.workspaceId, supporters.programId, supporters.userId],
      set: { role: sql`excluded.role`, removedAt: null },
    });
}

/** Takes people off a team. Their rows stay: what they logged keeps its author. */
export async function removeSupporters(
  db: Queryable,
  scope: ProgramScope,
  userIds: readonly string[],
  removedAt: Date,
): Promise<void> {
  if (userIds.length === 0) return;
  await db
    .update(supporters)
    .set({ removedAt })
    .where(
      and(
        eq(supporters.workspaceId, scope.workspaceId),
        eq(supporters.programId, scope.programId),
        inArray(supporters.userId, [...userIds]),
      ),
    );
}

/** How many learners of a program, on a break or not, each of these people is companion of; who has none is left out. */
export async function teamCaseloadSizes(
  db: Queryable,
  scope: ProgramScope,
  userIds: readonly string[],
): Promise<Map<string | null, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ companionId: learners.companionId, size: count() })
    .from(learners)
    .where(
      and(
        eq(learners.workspaceId, scope.workspaceId),
        eq(learners.programId, scope.programId),
        inArray(learners.status, ['active', 'paused']),
        inArray(learners.companionId, [...userIds]),
      ),
    )
    .groupBy(learners.companionId);
  return new Map(rows.map(({ companionId, size }) => [companionId, size]));
}

/** How far each of somebody's programs has come, by name. */
export async function findBeginnings(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  userId: string,
): Promise<Omit<Beginning, 'hasOwn'>[]> {
  const { rows } = await db.execute<Omit<Beginning, 'hasOwn'> & Record<string, unknown>>(sql`
    select p.id as "programId", p.name as "programName", s.role,
      exists (
        select 1 from supporters o where o.workspace_id = p.workspace_id and o.program_id = p.id
          and o.user_id <> s.user_id and o.removed_at is null
      ) as "hasTeam",
      exists (
        select 1 from learners l where l.workspace_id = p.workspace_id and l.program_id = p.id
      ) as "hasLearners"
    from supporters s
    join programs p on p.workspace_id = s.workspace_id and p.id = s.program_id
    where s.workspace_id = ${workspaceId} and s.user_id = ${userId} and s.removed_at is null
    order by p.name`);
  return rows;
}
