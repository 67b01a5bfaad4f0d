import { and, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import { oncePerDatabase, type Queryable } from './client';
import { members, programs, supporters } from './schema';

export type Member = typeof members.$inferSelect;

/** The programs of one person, and who she is: all that opening a modal needs to know of her. */
export interface Desk {
  member: Member;
  /** Those that she supports now; empty for anybody else. */
  programs: { id: string; name: string; channelId: string; zone: string; role: 'lead' | 'supporter' }[];
}

/** Prepared once per connection: whoever types `/checkin` waits for nothing but this read. */
const prepareDesk = oncePerDatabase((db) =>
  db
    .select({
      member: members,
      program: { id: programs.id, name: programs.name, channelId: programs.channelId, zone: programs.zone },
      role: supporters.role,
    })
    .from(members)
    .leftJoin(
      supporters,
      and(
        eq(supporters.workspaceId, members.workspaceId),
        eq(supporters.userId, members.userId),
        isNull(supporters.removedAt),
      ),
    )
    .leftJoin(
      programs,
      and(eq(programs.workspaceId, supporters.workspaceId), eq(programs.id, supporters.programId)),
    )
    .where(
      and(
        eq(members.workspaceId, sql.placeholder('workspaceId')),
        eq(members.userId, sql.placeholder('userId')),
      ),
    )
    .orderBy(programs.name)
    .prepare('find_desk'),
);

/** One indexed read. Null: nobody whom Banso knows. */
export async function findDesk(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  userId: string,
): Promise<Desk | null> {
  const rows = await prepareDesk(db).execute({ workspaceId, userId });
  const [first] = rows;
  if (!first) return null;
  return {
    member: first.member,
    programs: rows.flatMap(({ program, role }) => (program && role ? [{ ...program, role }] : [])),
  };
}

/**
 * People of all workspaces whose reminder hour has come, locked; other sweeps skip them. The lock leaves their
 * keys alone: a check-in that names its author need not wait, nor wait in a circle.
 */
export async function lockMembersToPlan(db: Queryable, now: Date, limit: number): Promise<Member[]> {
  return db
    .select()
    .from(members)
    .where(lte(members.nextReminderAt, now))
    .orderBy(members.nextReminderAt)
    .limit(limit)
    .for('no key update', { skipLocked: true });
}

/** Null stops the reminders of somebody who supports no program. */
export async function setNextReminder(
  db: Queryable,
  slots: readonly { workspaceId: string; userId: string; nextAt: Date | null }[],
): Promise<void> {
  if (slots.length === 0) return;
  await db.execute(sql`
    update members set next_reminder_at = slot.at
    from unnest(
      ${sql.param(slots.map((slot) => slot.workspaceId))}::text[],
      ${sql.param(slots.map((slot) => slot.userId))}::text[],
      ${sql.param(slots.map((slot) => slot.nextAt?.toISOString() ?? null))}::timestamptz[]
    ) as slot(workspace_id, user_id, at)
    where members.workspace_id = slot.workspace_id and members.user_id = slot.user_id`);
}

/** Marks somebody whom Slack refuses to write to. Returns whether that is news. */
export async function markMemberUnreachable(
  db: Queryable,
  scope: WorkspaceScope,
  userId: string,
  { since, because }: { since: Date; because: string },
): Promise<boolean> {
  const rows = await db
    .update(members)
    .set({ unreachableSince: since, unreachableBecause: because })
    .where(
      and(
        eq(members.workspaceId, scope.workspaceId),
        eq(members.userId, userId),
        isNull(members.unreachableSince),
      ),
    )
    .returning({ userId: members.userId });
  return rows.length > 0;
}

export async function markMemberReachable(
  db: Queryable,
  scope: WorkspaceScope,
  userId: string,
): Promise<void> {
  await db
    .update(members)
    .set({ unreachableSince: null, unreachableBecause: null })
    .where(
      and(
        eq(members.workspaceId, scope.workspaceId),
        eq(members.userId, userId),
        isNotNull(members.unreachableSince),
      ),
    );
}

const samePerson = and(
  eq(members.workspaceId, supporters.workspaceId),
  eq(members.userId, supporters.userId),
);

/** Supports the program now, and Slack can reach her. */
const actsNow = and(isNull(supporters.removedAt), isNull(members.unreachableSince));

/** The leads of a program whom Slack can reach, without one person. */
export async function leadsToTell(
  db: Queryable,
  scope: WorkspaceScope & { programIds: readonly string[] },
  except: string,
): Promise<string[]> {
  if (scope.programIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ userId: supporters.userId })
    .from(supporters)
    .innerJoin(members, samePerson)
    .where(
      and(
        eq(supporters.workspaceId, scope.workspaceId),
        sql`${supporters.programId} = any(${sql.param([...scope.programIds])}::uuid[])`,
        eq(supporters.role, 'lead'),
        actsNow,
        sql`${supporters.userId} <> ${except}`,
      ),
    );
  return rows.map((row) => row.userId);
}

/** Somebody who supports the program now and whom Slack can reach; null: that person doesn't cover anybody. */
export async function findCover(
  db: Queryable,
  scope: ProgramScope,
  userId: string,
): Promise<{ name: string } | null> {
  const [row] = await db
    .select({ name: members.name })
    .from(supporters)
    .innerJoin(members, samePerson)
    .where(
      and(
        eq(supporters.workspaceId, scope.workspaceId),
        eq(supporters.programId, scope.programId),
        eq(supporters.userId, userId),
        actsNow,
      ),
    );
  return row ?? null;
}

export async function findMember(
  db: Queryable,
  scope: WorkspaceScope,
  userId: string,
): Promise<Member | null> {
  const [row] = await db
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, scope.workspaceId), eq(members.userId, userId)));
  return row ?? null;
}

/** The programs that somebody supports now. */
export async function programIdsOf(db: Queryable, scope: WorkspaceScope, userId: string): Promise<string[]> {
  const rows = await db
    .select({ programId: supporters.programId })
    .from(supporters)
    .where(
      and(
        eq(supporters.workspaceId, scope.workspaceId),
        eq(supporters.userId, userId),
        isNull(supporters.removedAt),
      ),
    );
  return rows.map((row) => row.programId);
}

/** Returns whether the description was news: one that is newer was taken over before. */
export async function updateMemberRow(
  db: Queryable,
  { workspaceId, userId }: Pick<Member, 'workspaceId' | 'userId'>,
  changes: Pick<Member, 'name' | 'zone' | 'locale'>,
  describedAt: Date,
): Promise<boolean> {
  const rows = await db
    .update(members)
    .set({ ...changes, describedAt })
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.userId, userId),
        or(isNull(members.describedAt), lte(members.describedAt, describedAt)),
      ),
    )
    .returning({ userId: members.userId });
  return rows.length > 0;
}
