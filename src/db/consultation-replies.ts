import { and, eq, isNull, sql } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { consultationQuestions, consultationReplies, replyMarks } from './schema';

/** A reply in a consultation's thread as it stands now. */
export interface Reply {
  /** Slack's id of the message in its channel. */
  ts: string;
  authorId: string;
  /** As Banso knows her; null: nobody whom it knows otherwise. */
  authorName: string | null;
  /** Whether she asked in this consultation: what she adds is no answer. */
  byAsker: boolean;
  /** As Slack writes it: escaped, people as `<@U…>`. May be empty where something is attached. */
  text: string;
  /** Names of files. */
  attachments: string[];
  postedAt: Date;
  /** How many people marked it with "This helped". */
  helped: number;
}

/** Whoever asked first or joined adds to the question. */
const byAsker = sql`exists (
  select 1 from consultation_questions q
  where q.workspace_id = r.workspace_id and q.consultation_id = r.consultation_id and q.author_id = r.author_id)`;

/**
 * The replies of a consultation that aren't deleted, in the order in which they were written. Whoever asks for them must
 * be allowed to see the consultation.
 */
export async function repliesOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  consultationId: string,
): Promise<Reply[]> {
  const { rows } = await db.execute<Omit<Reply, 'postedAt'> & { postedAt: string }>(sql`
    select r.ts, r.author_id as "authorId", m.name as "authorName", ${byAsker} as "byAsker", r.text, r.attachments,
      r.posted_at as "postedAt",
      (select count(*)::int from reply_marks k
        where k.workspace_id = r.workspace_id and k.consultation_id = r.consultation_id and k.ts = r.ts) as helped
    from consultation_replies r
    left join members m on m.workspace_id = r.workspace_id and m.user_id = r.author_id
    where r.workspace_id = ${workspaceId} and r.consultation_id = ${consultationId} and r.deleted_at is null
    order by r.posted_at, r.ts`);
  return rows.map((row) => ({ ...row, postedAt: new Date(row.postedAt) }));
}

/** What an event tells of a reply: how it stands since then. */
export interface ToldReply {
  consultationId: string;
  ts: string;
  authorId: string;
  text: string;
  attachments: string[];
  postedAt: Date;
  /** Slack's id of the edit; null: as it was written. */
  editedTs: string | null;
  deletedAt: Date | null;
}

/**
 * Takes over what is told of a reply, if that is newer than what is known of it: a deletion is the end, of edits the later
 * one counts, in whatever order and however often they come. One that isn't known yet is added only where `adding`.
 * Returns what came of it; null: nothing is new.
 */
export async function putReply(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  reply: ToldReply,
  adding: boolean,
): Promise<'added' | 'changed' | 'deleted' | null> {
  const { consultationId, ts, authorId, text, attachments, postedAt, editedTs, deletedAt } = reply;
  const { rows } = await db.execute<{ became: 'added' | 'changed' | 'deleted' }>(sql`
    insert into consultation_replies as known
      (workspace_id, consultation_id, ts, author_id, text, attachments, posted_at, edited_ts, deleted_at)
    select ${workspaceId}, ${consultationId}::uuid, ${ts}, ${authorId}, ${text}, ${sql.param(attachments)}::text[],
      ${postedAt.toISOString()}::timestamptz, ${editedTs}::text, ${deletedAt?.toISOString() ?? null}::timestamptz
    where ${adding}::boolean or exists (
      select 1 from consultation_replies
      where workspace_id = ${workspaceId} and consultation_id = ${consultationId} and ts = ${ts})
    on conflict (workspace_id, consultation_id, ts) do update
      set text = excluded.text, attachments = excluded.attachments, edited_ts = excluded.edited_ts,
        deleted_at = excluded.deleted_at
      where known.deleted_at is null and (excluded.deleted_at is not null
        or excluded.edited_ts::numeric > coalesce(known.edited_ts, '0')::numeric)
    returning case when known.deleted_at is not null then 'deleted' when xmax = 0 then 'added' else 'changed' end
      as became`);
  return rows[0]?.became ?? null;
}

/** When a peer first answered what was asked last, of the replies that aren't deleted; null: nobody has. */
export async function firstAnswerAt(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  consultationId: string,
): Promise<Date | null> {
  const { rows } = await db.execute<{ at: string | null }>(sql`
    select min(r.posted_at) as at
    from consultation_replies r
    join consultations c on c.workspace_id = r.workspace_id and c.id = r.consultation_id
    where r.workspace_id = ${workspaceId} and r.consultation_id = ${consultationId} and r.deleted_at is null
      and (c.asked_again_at is null or r.posted_at >= c.asked_again_at)
      and r.author_id is distinct from c.asked_again_by
      and not ${byAsker}`);
  const at = rows[0]?.at ?? null;
  return at === null ? null : new Date(at);
}

/** A reply that isn't deleted; null: none is known. */
export async function findReply(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { consultationId, ts }: { consultationId: string; ts: string },
): Promise<{ authorId: string } | null> {
  const [row] = await db
    .select({ authorId: consultationReplies.authorId })
    .from(consultationReplies)
    .where(
      and(
        eq(consultationReplies.workspaceId, workspaceId),
        eq(consultationReplies.consultationId, consultationId),
        eq(consultationReplies.ts, ts),
        isNull(consultationReplies.deletedAt),
      ),
    );
  return row ?? null;
}

/** Marks a reply with "This helped". Returns whether she hadn't yet. */
export async function insertMark(db: Queryable, mark: typeof replyMarks.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(replyMarks)
    .values(mark)
    .onConflictDoNothing()
    .returning({ ts: replyMarks.ts });
  return rows.length > 0;
}

/** Everybody who asked in a consultation. */
export async function askersOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  consultationId: string,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: consultationQuestions.authorId })
    .from(consultationQuestions)
    .where(
      and(
        eq(consultationQuestions.workspaceId, workspaceId),
        eq(consultationQuestions.consultationId, consultationId),
      ),
    );
  return rows.map(({ userId }) => userId);
}
