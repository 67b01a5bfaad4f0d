import { and, asc, eq, gt, inArray, isNull, lte, not, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { deliveries, deliveryLearners, programs } from './schema';

export type Delivery = typeof deliveries.$inferSelect;
export type NewDelivery = typeof deliveries.$inferInsert & { id: string };

/** A learner to put on a list, with the due day that brings her there. */
export interface Listed {
  learnerId: string;
  dueOn: LocalDate;
}

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const rowsPerInsert = 2000;

/** Writes deliveries that aren't there yet, with their learners. Returns the ids of those that are new. */
export async function planDeliveries(
  db: Queryable,
  planned: readonly { delivery: NewDelivery; learners: readonly Listed[] }[],
): Promise<Set<string>> {
  const fresh = new Set<string>();
  for (const batch of inBatches(planned, rowsPerInsert)) {
    const rows = await db
      .insert(deliveries)
      .values(batch.map(({ delivery }) => delivery))
      .onConflictDoNothing({ target: [deliveries.workspaceId, deliveries.dedupeKey] })
      .returning({ id: deliveries.id });
    for (const { id } of rows) fresh.add(id);
  }
  await listLearners(
    db,
    planned.filter(({ delivery }) => fresh.has(delivery.id)),
  );
  return fresh;
}

/** Puts learners on deliveries that are there. */
export async function listLearners(
  db: Queryable,
  lists: readonly { delivery: DeliveryKey; learners: readonly Listed[] }[],
): Promise<void> {
  const items = lists.flatMap(({ delivery: { id: deliveryId, workspaceId }, learners }) =>
    learners.map(({ learnerId, dueOn }, position) => ({
      workspaceId,
      deliveryId,
      learnerId,
      position,
      dueOn,
    })),
  );
  // Each row holds its learner for a moment: in the order in which an import locks them.
  items.sort((a, b) => (a.learnerId < b.learnerId ? -1 : 1));
  for (const batch of inBatches(items, 10_000)) await db.insert(deliveryLearners).values([...batch]);
}

function inBatches<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}

/**
 * Ends the life of earlier lists: what happens from now on is drawn into the new ones. Rows are locked in the
 * order of touchLists.
 */
export async function retireLists(
  db: Queryable,
  lists: readonly { workspaceId: string; recipient: string; kind: Delivery['kind'] }[],
  keep: ReadonlySet<string>,
): Promise<void> {
  if (lists.length === 0) return;
  await db.execute(sql`
    with retired as (
      select d.id from unnest(
        ${sql.param(lists.map((list) => list.workspaceId))}::text[],
        ${sql.param(lists.map((list) => list.recipient))}::text[],
        ${sql.param(lists.map((list) => list.kind))}::text[]
      ) as list(workspace_id, recipient, kind)
      join deliveries d on d.workspace_id = list.workspace_id and d.recipient = list.recipient
        and d.kind = list.kind and d.live and d.id <> all(${sql.param([...keep])}::uuid[])
      order by d.id for update of d
    )
    update deliveries set live = false from retired where deliveries.id = retired.id`);
}

/** A delivery's place in its workspace. */
type DeliveryKey = Pick<Delivery, 'workspaceId' | 'id'>;

function isDelivery({ workspaceId, id }: DeliveryKey) {
  return and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, id));
}

/** By id alone, of whichever workspace: for the worker, whose jobs come from our own queue. */
export async function lockDelivery(db: Queryable, id: string): Promise<Delivery | null> {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id)).for('update');
  return row ?? null;
}

export async function updateDelivery(
  db: Queryable,
  key: DeliveryKey,
  changes: Partial<Omit<Delivery, 'id' | 'workspaceId' | 'dedupeKey'>>,
): Promise<void> {
  await db.update(deliveries).set(changes).where(isDelivery(key));
}

/** What else a program's digest says beside the rows of its learners has changed: promises, who is awaited, whose floor ends. */
export interface ShownBeside {
  programId: string;
  /** Whose promise it is, which her reminder shows too; null: it is no promise. */
  madeBy: string | null;
}

/**
 * Notes that the learners' rows on every live list have changed, and on the first page of each, which counts them
 * all; and what is shown beside them, on the first pages that do. Rows are locked in one order, so two check-ins at once never
 * wait for each other in a circle.
 */
export async function touchLists(
  db: Queryable,
  scope: WorkspaceScope,
  learnerIds: readonly string[],
  beside: readonly ShownBeside[] = [],
): Promise<Pick<Delivery, 'id' | 'status' | 'shownRevision'>[]> {
  const lists = [
    ...(learnerIds.length > 0 ? await liveListsWith(db, scope, learnerIds) : []),
    ...(beside.length > 0 ? await liveListsOf(db, scope, beside) : []),
  ];
  const ids = [...new Set(lists.flatMap(({ id, parentId }) => (parentId ? [id, parentId] : [id])))];
  if (ids.length === 0) return [];
  const locked = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.workspaceId, scope.workspaceId), inArray(deliveries.id, ids)))
    .orderBy(asc(deliveries.id))
    .for('update');
  return db
    .update(deliveries)
    .set({ wantedRevision: sql`${deliveries.wantedRevision} + 1` })
    .where(
      and(
        eq(deliveries.workspaceId, scope.workspaceId),
        inArray(
          deliveries.id,
          locked.map(({ id }) => id),
        ),
      ),
    )
    .returning({ id: deliveries.id, status: deliveries.status, shownRevision: deliveries.shownRevision });
}

/** Notes that the messages that ask about requests no longer say how they stand. Rows are locked as by touchLists. */
export async function touchRequestRows(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  requestIds: readonly string[],
): Promise<Pick<Delivery, 'id' | 'status' | 'shownRevision'>[]> {
  const asking = and(
    eq(deliveries.workspaceId, workspaceId),
    inArray(deliveries.requestId, [...requestIds]),
    eq(deliveries.kind, 'cover_request'),
    eq(deliveries.live, true),
  );
  await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(asking)
    .orderBy(asc(deliveries.id))
    .for('update');
  return db
    .update(deliveries)
    .set({ wantedRevision: sql`${deliveries.wantedRevision} + 1` })
    .where(asking)
    .returning({ id: deliveries.id, status: deliveries.status, shownRevision: deliveries.shownRevision });
}

/** Notes that a living message has something new to show. Null: it lives no more. */
export async function touchDelivery(
  db: Queryable,
  key: DeliveryKey,
): Promise<Pick<Delivery, 'id' | 'status' | 'shownRevision'> | null> {
  const { id, status, shownRevision } = deliveries;
  const [row] = await db
    .update(deliveries)
    .set({ wantedRevision: sql`${deliveries.wantedRevision} + 1` })
    .where(and(isDelivery(key), eq(deliveries.live, true)))
    .returning({ id, status, shownRevision });
  return row ?? null;
}

/** The pages of live lists that hold these learners. */
function liveListsWith(db: Queryable, scope: WorkspaceScope, learnerIds: readonly string[]) {
  return db
    .select({ id: deliveries.id, parentId: deliveries.parentId })
    .from(deliveryLearners)
    .innerJoin(
      deliveries,
      and(
        eq(deliveries.workspaceId, deliveryLearners.workspaceId),
        eq(deliveries.id, deliveryLearners.deliveryId),
      ),
    )
    .where(
      and(
        eq(deliveryLearners.workspaceId, scope.workspaceId),
        // One parameter: a roster may have more learners than a statement takes parameters.
        sql`${deliveryLearners.learnerId} = any(${sql.param([...learnerIds])}::uuid[])`,
        eq(deliveries.live, true),
      ),
    );
}

/** The first pages of these programs' live digests, in their present channels, and of promises' makers' live reminders. */
function liveListsOf(db: Queryable, { workspaceId }: WorkspaceScope, beside: readonly ShownBeside[]) {
  const programIds = beside.map(({ programId }) => programId);
  const makers = beside.flatMap(({ madeBy }) => madeBy ?? []);
  const channels = db
    .select({ id: programs.channelId })
    .from(programs)
    .where(and(eq(programs.workspaceId, workspaceId), inArray(programs.id, programIds)));
  return db
    .select({ id: deliveries.id, parentId: deliveries.parentId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.live, true),
        isNull(deliveries.parentId),
        or(
          makers.length === 0
            ? undefined
            : and(eq(deliveries.kind, 'reminder'), inArray(deliveries.recipient, makers)),
          and(eq(deliveries.kind, 'digest'), inArray(deliveries.recipient, channels)),
        ),
      ),
    );
}

/** The pages before it on the same list that are still under way: its turn is after theirs. */
const waitsForItsTurn = sql`(${deliveries.parentId} is not null and exists (
  select 1 from deliveries e
  where e.workspace_id = ${deliveries.workspaceId}
    and (e.id = ${deliveries.parentId} or e.parent_id = ${deliveries.parentId})
    and e.page < ${deliveries.page} and e.status in ('planned', 'claimed')))`;

/** The message in whose thread it goes is still under way. */
const waitsForItsThread = sql`(${deliveries.threadOf} is not null and exists (
  select 1 from deliveries e
  where e.workspace_id = ${deliveries.workspaceId} and e.id = ${deliveries.threadOf}
    and e.status in ('planned', 'claimed')))`;

/**
 * Deliveries of all workspaces that should be under way, the oldest first: planned ones whose time has come,
 * claims that ran out.
 */
export async function pendingDeliveries(db: Queryable, now: Date, limit: number) {
  return db
    .select({ id: deliveries.id, attempts: deliveries.attempts, runAt: deliveries.runAt })
    .from(deliveries)
    .where(
      and(
        inArray(deliveries.status, ['planned', 'claimed']),
        lte(deliveries.runAt, now),
        not(waitsForItsTurn),
        not(waitsForItsThread),
      ),
    )
    .orderBy(asc(deliveries.runAt))
    .limit(limit);
}

/** Posted lists of all workspaces that don't show everything yet. */
export async function staleDeliveries(db: Queryable, limit: number) {
  return db
    .select({ id: deliveries.id, shownRevision: deliveries.shownRevision })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.status, 'sent'),
        eq(deliveries.live, true),
        gt(deliveries.wantedRevision, deliveries.shownRevision),
      ),
    )
    .orderBy(asc(deliveries.sentAt))
    .limit(limit);
}

/**
 * Takes a posted list, of whichever workspace, to draw it again; null when it shows everything or somebody is
 * drawing it.
 */
export async function claimDrawing(
  db: Queryable,
  id: string,
  { now, abandonedBefore }: { now: Date; abandonedBefore: Date },
): Promise<Delivery | null> {
  const [row] = await db
    .update(deliveries)
    .set({ drawingSince: now })
    .where(
      and(
        eq(deliveries.id, id),
        eq(deliveries.status, 'sent'),
        eq(deliveries.live, true),
        gt(deliveries.wantedRevision, deliveries.shownRevision),
        or(isNull(deliveries.drawingSince), lte(deliveries.drawingSince, abandonedBefore)),
      ),
    )
    .returning();
  return row ?? null;
}

/** Ends a drawing, while it is still held by this very claim, with what came of it. Null: it no longer is. */
export async function endDrawing(
  db: Queryable,
  claimed: Pick<Delivery, 'workspaceId' | 'id' | 'drawingSince'>,
  changes: Partial<Pick<Delivery, 'shownRevision' | 'live'>>,
): Promise<Pick<Delivery, 'wantedRevision' | 'shownRevision' | 'live'> | null> {
  const { drawingSince } = claimed;
  if (!drawingSince) return null;
  const [row] = await db
    .update(deliveries)
    .set({ ...changes, drawingSince: null })
    .where(and(isDelivery(claimed), eq(deliveries.drawingSince, drawingSince)))
    .returning({
      wantedRevision: deliveries.wantedRevision,
      shownRevision: deliveries.shownRevision,
      live: deliveries.live,
    });
  return row ?? null;
}

/** The deliveries that are there of these, by their keys. */
export async function findByKeys(
  db: Queryable,
  keys: readonly Pick<Delivery, 'workspaceId' | 'dedupeKey'>[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const result = await db.execute<{ id: string; key: string }>(sql`
    select d.id, d.dedupe_key as key
    from unnest(
      ${sql.param(keys.map((key) => key.workspaceId))}::text[],
      ${sql.param(keys.map((key) => key.dedupeKey))}::text[]
    ) as asked(workspace_id, dedupe_key)
    join deliveries d on d.workspace_id = asked.workspace_id and d.dedupe_key = asked.dedupe_key`);
  return new Map(result.rows.map(({ id, key }) => [key, id]));
}

/**
 * Plans again what was asked in consultations, and couldn't be posted, to the program's present channel. Returns what is to
 * be posted now.
 */
export async function replanQuestions(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  now: Date,
): Promise<Pick<Delivery, 'id' | 'attempts'>[]> {
  const channel = db
    .select({ id: programs.channelId })
    .from(programs)
    .where(and(eq(programs.workspaceId, workspaceId), eq(programs.id, programId)));
  return db
    .update(deliveries)
    .set({
      status: 'planned',
      live: sql`${deliveries.kind} = 'consultation'`,
      recipient: sql`(${channel})`,
      runAt: now,
      failure: null,
    })
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.programId, programId),
        eq(deliveries.status, 'failed'),
        inArray(deliveries.kind, ['consultation', 'consultation_joined']),
      ),
    )
    .returning({ id: deliveries.id, attempts: deliveries.attempts });
}

/** The message in whose thread a delivery goes; null: it stands by itself. */
export async function findThread(
  db: Queryable,
  { workspaceId, threadOf }: Pick<Delivery, 'workspaceId' | 'threadOf'>,
): Promise<Pick<Delivery, 'status' | 'channelId' | 'ts'> | null> {
  if (threadOf === null) return null;
  const { status, channelId, ts } = deliveries;
  const [row] = await db
    .select({ status, channelId, ts })
    .from(deliveries)
    .where(isDelivery({ workspaceId, id: threadOf }));
  return row ?? null;
}

/** A page of a list: what the others need to know of it. */
export type ListPage = Pick<Delivery, 'id' | 'page' | 'status' | 'attempts' | 'channelId' | 'ts'>;

/** All pages of the list that a delivery belongs to, in order. */
export async function listPages(db: Queryable, delivery: Delivery): Promise<ListPage[]> {
  const rootId = delivery.parentId ?? delivery.id;
  const { id, page, status, attempts, channelId, ts } = deliveries;
  return db
    .select({ id, page, status, attempts, channelId, ts })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, delivery.workspaceId),
        or(eq(deliveries.id, rootId), eq(deliveries.parentId, rootId)),
      ),
    )
    .orderBy(asc(deliveries.page));
}
