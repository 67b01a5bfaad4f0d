import { and, eq, isNull } from 'drizzle-orm';
import type { Role } from '../domain/access';
import type { ProgramSettings } from '../domain/program-page';
import type { ProgramScope } from '../domain/scope';
import type { Queryable } from './client';
import { programs, supporters } from './schema';

/** What somebody is in a program now; null: she doesn't support it. */
export async function roleIn(db: Queryable, scope: ProgramScope, userId: string): Promise<Role | null> {
  const [row] = await db
    .select({ role: supporters.role })
    .from(supporters)
    .where(
      and(
        eq(supporters.workspaceId, scope.workspaceId),
        eq(supporters.programId, scope.programId),
        eq(supporters.userId, userId),
        isNull(supporters.removedAt),
      ),
    );
  return row?.role ?? null;
}

export async function updateProgram(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  changes: Partial<ProgramSettings>,
): Promise<void> {
  await db
    .update(programs)
    .set(changes)
    .where(and(eq(programs.workspaceId, workspaceId), eq(programs.id, programId)));
}
