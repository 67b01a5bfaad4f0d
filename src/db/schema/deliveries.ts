import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { coverRequests } from './absences';
import { learners } from './learners';
import { programs } from './programs';
import { workspaces } from './workspaces';

/** A message that Slack is to carry. Written with the fact that causes it; the queue only carries its id. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    programId: uuid('program_id'),
    kind: text({
      enum: [
        'reminder',
        'second_look',
        'digest',
        'lead_notice',
        'escalation',
        'cover_request',
        'cover_answer',
        'cover_ended',
        'cover_cards',
        'care_team',
        'care_urgent',
        'care_answer',
        'import',
        'consultation',
        'consultation_joined',
        'consultation_case',
        'consultation_nudge',
        'consultation_closed',
        'consultation_reopened',
        'follow_up',
      ],
    }).notNull(),
    /** What it is about, once: for example reminder + supporter + local date + page. */
    dedupeKey: text('dedupe_key').notNull(),
    /** A Slack user id (direct message) or channel id. */
    recipient: text().notNull(),
    /** The cover request that it is about, or whose cards it shows. */
    requestId: uuid('request_id'),
    /** The local date of the list. */
    onDate: date('on_date', { mode: 'string' }).notNull(),
    /**
     * A lead notice's: the Slack user or channel that can't be reached. A care answer's: its id. Of a consultation's
     * other messages: the consultation's id.
     */
    subject: text(),
    /** A lead notice's reason: Slack's error code. */
    problem: text(),
    /** 0 is the message itself; further pages are replies in its thread. */
    page: integer().notNull().default(0),
    parentId: uuid('parent_id'),
    /** The message in whose thread the whole list goes, where that one was posted; null: it stands by itself. */
    threadOf: uuid('thread_of'),
    status: text({ enum: ['planned', 'claimed', 'sent', 'dropped', 'failed'] })
      .notNull()
      .default('planned'),
    /** Planned: not before this instant. Claimed: the instant at which the claim runs out. */
    runAt: timestamp('run_at', { withTimezone: true }).notNull(),
    attempts: integer().notNull().default(0),
    claimedAt: timestamp('claimed_at', { withTimezone: true }),
    /** The first instant at which it may have reached Slack without our knowing; null: it surely hasn't. */
    maybePostedAt: timestamp('maybe_posted_at', { withTimezone: true }),
    channelId: text('channel_id'),
    ts: text(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    failure: text(),
    /** Whether what happens to its learners is still drawn into it. */
    live: boolean().notNull().default(true),
    /** Counts the changes that the message should show … */
    wantedRevision: integer('wanted_revision').notNull().default(0),
    /** … and those that it shows. */
    shownRevision: integer('shown_revision').notNull().default(0),
    /** Who draws it again since when; null: nobody. */
    drawingSince: timestamp('drawing_since', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('deliveries_scope').on(t.workspaceId, t.id),
    unique('deliveries_once').on(t.workspaceId, t.dedupeKey),
    foreignKey({
      name: 'deliveries_program',
      columns: [t.workspaceId, t.programId],
      foreignColumns: [programs.workspaceId, programs.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'deliveries_parent_page',
      columns: [t.workspaceId, t.parentId],
      foreignColumns: [t.workspaceId, t.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'deliveries_thread_of',
      columns: [t.workspaceId, t.threadOf],
      foreignColumns: [t.workspaceId, t.id],
    }).onDelete('cascade'),
    index('deliveries_pending').on(t.runAt).where(sql`${t.status} in ('planned', 'claimed')`),
    index('deliveries_stale')
      .on(t.sentAt)
      .where(sql`${t.status} = 'sent' and ${t.live} and ${t.wantedRevision} > ${t.shownRevision}`),
    index('deliveries_live').on(t.workspaceId, t.recipient, t.kind).where(sql`${t.live}`),
    index('deliveries_parent').on(t.workspaceId, t.parentId),
    check(
      'deliveries_kind',
      sql`${t.kind} in ('reminder', 'second_look', 'digest', 'lead_notice', 'escalation', 'cover_request',
        'cover_answer', 'cover_ended', 'cover_cards', 'care_team', 'care_urgent', 'care_answer', 'import',
        'consultation', 'consultation_joined', 'consultation_case', 'consultation_nudge', 'consultation_closed',
        'consultation_reopened', 'follow_up')`,
    ),
    // The care team's next messages, to which what is flagged meanwhile is added.
    index('deliveries_care_next')
      .on(t.workspaceId, t.recipient)
      .where(sql`${t.kind} = 'care_team' and ${t.status} = 'planned'`),
    foreignKey({
      name: 'deliveries_request',
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [coverRequests.workspaceId, coverRequests.id],
    }).onDelete('cascade'),
    index('deliveries_of_request').on(t.workspaceId, t.requestId).where(sql`${t.requestId} is not null`),
    check(
      'deliveries_of_request_kind',
      sql`(${t.kind} in ('cover_request', 'cover_answer')) <= (${t.requestId} is not null)`,
    ),
    // A message in a channel may be a reply to a consultation.
    index('deliveries_consultation')
      .on(t.workspaceId, t.channelId, t.ts)
      .where(sql`${t.kind} = 'consultation'`),
    // What is still drawn anew of a closed consultation.
    index('deliveries_of_closed')
      .on(t.workspaceId, t.subject)
      .where(sql`${t.kind} in ('consultation_closed', 'follow_up') and ${t.live}`),
    index('deliveries_unasked')
      .on(t.workspaceId, t.programId)
      .where(sql`${t.status} = 'failed' and ${t.kind} in ('consultation', 'consultation_joined')`),
    index('deliveries_thread').on(t.workspaceId, t.threadOf).where(sql`${t.threadOf} is not null`),
    check('deliveries_status', sql`${t.status} in ('planned', 'claimed', 'sent', 'dropped', 'failed')`),
    check(
      'deliveries_sent',
      sql`${t.status} <> 'sent' or (${t.ts} is not null and ${t.channelId} is not null)`,
    ),
    check(
      'deliveries_of_program',
      sql`${t.kind} not in ('digest', 'escalation') or ${t.programId} is not null`,
    ),
    check(
      'deliveries_notice',
      sql`${t.kind} <> 'lead_notice' or (${t.subject} is not null and ${t.problem} is not null)`,
    ),
    check(
      'deliveries_subject',
      sql`${t.kind} not in ('care_answer', 'consultation_joined', 'consultation_case', 'consultation_nudge',
        'consultation_closed', 'consultation_reopened', 'follow_up')
        or ${t.subject} is not null`,
    ),
    check('deliveries_page', sql`(${t.page} = 0) = (${t.parentId} is null)`),
    check('deliveries_revision', sql`${t.shownRevision} <= ${t.wantedRevision}`),
  ],
);

/** The learners on a list, in its order: what happens to them since is drawn into it, nobody moves or vanishes. */
export const deliveryLearners = pgTable(
  'delivery_learners',
  {
    workspaceId: text('workspace_id').notNull(),
    deliveryId: uuid('delivery_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    position: integer().notNull(),
    /** The day that put the learner on the list: when it moves, something was done since. */
    dueOn: date('due_on', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.deliveryId, t.learnerId] }),
    foreignKey({
      name: 'delivery_learners_delivery',
      columns: [t.workspaceId, t.deliveryId],
      foreignColumns: [deliveries.workspaceId, deliveries.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'delivery_learners_learner',
      columns: [t.workspaceId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.id],
    }).onDelete('cascade'),
    index('delivery_learners_learner_index').on(t.workspaceId, t.learnerId),
  ],
);
