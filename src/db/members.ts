import { and, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { groupBy } from '../domain/grouping';
import type { WorkspaceScope } from '../domain/scope';
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
  return lockMembersDue(db, members.nextReminderAt, now, limit);
}

/** The same for those whose second look has come. */
export async function lockMembersToLookAgain(db: Queryable, now: Date, limit: number): Promise<Member[]> {
  return lockMembersDue(db, members.nextSecondLookAt, now, limit);
}

async function lockMembersDue(
  db: Queryable,
  column: typeof members.nextReminderAt | typeof members.nextSecondLookAt,
  now: Date,
  limit: number,
): Promise<Member[]> {
  return db
    .select()
    .from(members)
    .where(lte(column, now))
    .orderBy(column)
    .limit(limit)
    .for('no key update', { skipLocked: true });
}

type Slot = Pick<Member, 'workspaceId' | 'userId'> & { nextAt: Date | null };

/** Null stops the reminders of somebody who supports no program, or wants none. */
export async function setNextReminder(db: Queryable, slots: readonly Slot[]): Promise<void> {
  if (slots.length === 0) return;
  await db.execute(sql`update members set next_reminder_at = slot.at ${fromSlots(slots)}`);
}

/** Null: no second look. */
export async function setNextSecondLook(db: Queryable, slots: readonly Slot[]): Promise<void> {
  if (slots.length === 0) return;
  await db.execute(sql`update members set next_second_look_at = slot.at ${fromSlots(slots)}`);
}

function fromSlots(slots: readonly Slot[]) {
  return sql`
    from unnest(
      ${sql.param(slots.map((slot) => slot.workspaceId))}::text[],
      ${sql.param(slots.map((slot) => slot.userId))}::text[],
      ${sql.param(slots.map((slot) => slot.nextAt?.toISOString() ?? null))}::timestamptz[]
    ) as slot(workspace_id, user_id, at)
    where members.workspace_id = slot.workspace_id and members.user_id = slot.user_id`;
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

/** The leads of these programs whom Slack can reach, in the order of their ids, without one person. */
export async function leadsToTell(
  db: Queryable,
  scope: WorkspaceScope & { programIds: readonly string[] },
  except: string | null = null,
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
        sql`${supporters.userId} is distinct from ${except}`,
      ),
    )
    .orderBy(supporters.userId);
  return rows.map((row) => row.userId);
}

/** The leads of all programs that these people support now. */
export async function leadsOfPeople(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  userIds: readonly string[],
): Promise<string[]> {
  const { rows } = await db.execute<{ userId: string }>(sql`
    select distinct lead.user_id as "userId"
    from supporters s
    join supporters lead on lead.workspace_id = s.workspace_id and lead.program_id = s.program_id
      and lead.role = 'lead' and lead.removed_at is null
    where s.workspace_id = ${workspaceId} and s.user_id = any(${sql.param([...userIds])}::text[])
      and s.removed_at is null`);
  return rows.map(({ userId }) => userId);
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

/** These people, of whichever workspace; those whom Banso doesn't know are left out. */
export async function membersByKeys(
  db: Queryable,
  people: readonly Pick<Member, 'workspaceId' | 'userId'>[],
): Promise<Member[]> {
  if (people.length === 0) return [];
  const ofWorkspaces = [...groupBy(people, ({ workspaceId }) => workspaceId)].map(([workspaceId, ones]) =>
    and(
      eq(members.workspaceId, workspaceId),
      inArray(
        members.userId,
        ones.map(({ userId }) => userId),
      ),
    ),
  );
  return db
    .select()
    .from(members)
    .where(or(...ofWorkspaces));
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
  changes: Pick<Member, 'name' | 'zone' | 'slackZone' | 'locale'>,
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
