import { and, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { homes } from './schema';

export type Home = typeof homes.$inferSelect;

/** Whose Home it is. */
export type HomeKey = Pick<Home, 'workspaceId' | 'userId'>;

function isHome({ workspaceId, userId }: HomeKey) {
  return and(eq(homes.workspaceId, workspaceId), eq(homes.userId, userId));
}

/** Notes that somebody opened her Home, which is to be drawn again. False: nobody whom Banso knows. */
export async function noteHomeOpened(
  db: Queryable,
  { workspaceId, userId }: HomeKey,
  openedAt: Date,
): Promise<boolean> {
  const result = await db.execute(sql`
    insert into homes (workspace_id, user_id, opened_at)
    select m.workspace_id, m.user_id, ${openedAt.toISOString()}::timestamptz
    from members m where m.workspace_id = ${workspaceId} and m.user_id = ${userId}
    on conflict (workspace_id, user_id) do update
      set opened_at = excluded.opened_at, wanted_revision = homes.wanted_revision + 1
    returning user_id`);
  return result.rows.length > 0;
}

/**
 * Marks Homes as older than what they are drawn from: those of the given people who have opened theirs. They are
 * locked in the order of their ids. Returns them with the revision that each shows.
 */
export async function touchHomes(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  userIds: readonly string[],
): Promise<(HomeKey & Pick<Home, 'shownRevision'>)[]> {
  if (userIds.length === 0) return [];
  const result = await db.execute<HomeKey & Pick<Home, 'shownRevision'> & Record<string, unknown>>(sql`
    update homes set wanted_revision = homes.wanted_revision + 1
    from (
      select workspace_id, user_id from homes
      where workspace_id = ${workspaceId} and user_id = any(${sql.param([...userIds])}::text[])
      order by user_id for update
    ) as locked
    where homes.workspace_id = locked.workspace_id and homes.user_id = locked.user_id
    returning homes.workspace_id as "workspaceId", homes.user_id as "userId",
      homes.shown_revision as "shownRevision"`);
  return result.rows;
}

/** Homes of all workspaces that don't show everything yet, those opened last first. */
export async function staleHomes(db: Queryable, limit: number) {
  return db
    .select({
      workspaceId: homes.workspaceId,
      userId: homes.userId,
      shownRevision: homes.shownRevision,
    })
    .from(homes)
    .where(gt(homes.wantedRevision, homes.shownRevision))
    .orderBy(desc(homes.openedAt))
    .limit(limit);
}

/** Takes a Home to draw it; null when it shows everything or somebody is drawing it. */
export async function claimHomeRow(
  db: Queryable,
  key: HomeKey,
  { now, abandonedBefore }: { now: Date; abandonedBefore: Date },
): Promise<Home | null> {
  const [row] = await db
    .update(homes)
    .set({ drawingSince: now })
    .where(
      and(
        isHome(key),
        gt(homes.wantedRevision, homes.shownRevision),
        or(isNull(homes.drawingSince), lte(homes.drawingSince, abandonedBefore)),
      ),
    )
    .returning();
  return row ?? null;
}

/** Null: she has never opened it, or it was forgotten since. */
export async function findHome(db: Queryable, key: HomeKey): Promise<Home | null> {
  const [row] = await db.select().from(homes).where(isHome(key));
  return row ?? null;
}

/** Ends a drawing as it was claimed; null when somebody else has taken it over since. */
export async function endHomeDrawing(
  db: Queryable,
  claimed: HomeKey & Pick<Home, 'drawingSince'>,
  changes: Partial<Pick<Home, 'shownRevision'>>,
): Promise<Home | null> {
  const { drawingSince } = claimed;
  if (!drawingSince) return null;
  const [row] = await db
    .update(homes)
    .set({ ...changes, drawingSince: null })
    .where(and(isHome(claimed), eq(homes.drawingSince, drawingSince)))
    .returning();
  return row ?? null;
}

/** Ends a drawing for good: until she opens her Home again, there is nothing to keep up to date. */
export async function forgetHome(
  db: Queryable,
  claimed: HomeKey & Pick<Home, 'drawingSince'>,
): Promise<void> {
  const { drawingSince } = claimed;
  if (!drawingSince) return;
  await db.delete(homes).where(and(isHome(claimed), eq(homes.drawingSince, drawingSince)));
}
