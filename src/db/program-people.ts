import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ProgramScope } from '../domain/scope';
import type { Queryable } from './client';
import { members, supporters } from './schema';

/** Who supports a program now: one person first, the others by name. */
export async function supportersOf(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  firstId: string,
): Promise<{ userId: string; name: string }[]> {
  return db
    .select({ userId: supporters.userId, name: members.name })
    .from(supporters)
    .innerJoin(
      members,
      and(eq(members.workspaceId, supporters.workspaceId), eq(members.userId, supporters.userId)),
    )
    .where(
      and(
        eq(supporters.workspaceId, workspaceId),
        eq(supporters.programId, programId),
        isNull(supporters.removedAt),
      ),
    )
    .orderBy(sql`${supporters.userId} <> ${firstId}`, members.name, supporters.userId);
}
