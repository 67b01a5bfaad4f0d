import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { policies, programs, supporters, workspaces } from './schema';

export async function saveWorkspace(
  db: Queryable,
  { id, name }: { id: string; name: string },
  now: Date,
): Promise<void> {
  await db
    .insert(workspaces)
    .values({ id, name, createdAt: now })
    .onConflictDoUpdate({ target: workspaces.id, set: { name } });
}

/** The new program's id; null when another one has its name or channel. */
export async function insertProgram(
  db: Queryable,
  row: typeof programs.$inferInsert,
): Promise<{ programId: string } | null> {
  const [added] = await db
    .insert(programs)
    .values(row)
    .onConflictDoNothing()
    .returning({ programId: programs.id });
  return added ?? null;
}

/** The program that stands in the way of a new one: that of its id, else by name, else in its channel. */
export async function findTaken(
  db: Queryable,
  scope: WorkspaceScope,
  { id, name, channelId }: { id?: string; name: string; channelId: string },
): Promise<{ programId: string; name: string; channelId: string } | null> {
  const rows = await db
    .select({ programId: programs.id, name: programs.name, channelId: programs.channelId })
    .from(programs)
    .where(
      and(
        eq(programs.workspaceId, scope.workspaceId),
        or(eq(programs.name, name), eq(programs.channelId, channelId)),
      ),
    );
  const found = rows.find((row) => row.programId === id) ?? rows.find((row) => row.name === name);
  return found ?? rows[0] ?? null;
}

export async function insertPolicy(db: Queryable, row: typeof policies.$inferInsert): Promise<void> {
  await db.insert(policies).values(row);
}

export async function insertSupporters(
  db: Queryable,
  rows: readonly (typeof supporters.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await db.insert(supporters).values([...rows]);
}

/** Every program of that name, in whichever workspace: for an operator, who has no workspace. */
export async function programsNamed(
  db: Queryable,
  name: string,
): Promise<{ workspaceId: string; programId: string }[]> {
  return db
    .select({ workspaceId: programs.workspaceId, programId: programs.id })
    .from(programs)
    .where(eq(programs.name, name));
}

/** The names of all programs, for an operator who mistyped one. */
export async function programNames(db: Queryable): Promise<string[]> {
  const rows = await db.selectDistinct({ name: programs.name }).from(programs).orderBy(programs.name);
  return rows.map(({ name }) => name);
}

/** A program with whom and what it needs in Slack. */
export interface ProgramTeam {
  name: string;
  channelId: string;
  zone: string;
  /** Those who support it now. */
  userIds: string[];
}

export async function programTeams(db: Queryable, scope: WorkspaceScope): Promise<ProgramTeam[]> {
  return db
    .select({
      name: programs.name,
      channelId: programs.channelId,
      zone: programs.zone,
      userIds: sql<string[]>`coalesce(
        array_agg(${supporters.userId} order by ${supporters.userId}) filter (where ${supporters.userId} is not null),
        '{}')`,
    })
    .from(programs)
    .leftJoin(
      supporters,
      and(
        eq(supporters.workspaceId, programs.workspaceId),
        eq(supporters.programId, programs.id),
        isNull(supporters.removedAt),
      ),
    )
    .where(eq(programs.workspaceId, scope.workspaceId))
    .groupBy(programs.id)
    .orderBy(programs.name);
}
