import { sql } from 'drizzle-orm';
import {
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
import { learners } from './learners';
import { members } from './workspaces';

/** Days on which a supporter is away, both inclusive, in her own zone. Those of one person don't overlap. */
export const absences = pgTable(
  'absences',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    userId: text('user_id').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    /** Moved forward when she comes back early. */
    toOn: date('to_on', { mode: 'string' }).notNull(),
    /** Taken back before it began; it counts no more. */
    cancelledAt: timestamp('cancelled_at', { withTimezone: true }),
    /** The modal it came from: a second press of submit finds it taken. */
    submissionKey: text('submission_key').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('absences_scope').on(t.workspaceId, t.id),
    unique('absences_submission').on(t.workspaceId, t.submissionKey),
    foreignKey({
      name: 'absences_member',
      columns: [t.workspaceId, t.userId],
      foreignColumns: [members.workspaceId, members.userId],
    }).onDelete('cascade'),
    index('absences_of_member').on(t.workspaceId, t.userId, t.toOn).where(sql`${t.cancelledAt} is null`),
    check('absences_order', sql`${t.toOn} >= ${t.fromOn}`),
  ],
);

/**
 * Somebody is asked to take learners: as the cover of an absence, after which they go back by themselves, or for good
 * (a handover).
 */
export const coverRequests = pgTable(
  'cover_requests',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    /** Null: a handover. */
    absenceId: uuid('absence_id'),
    /** Whose learners they are … */
    fromId: text('from_id').notNull(),
    /** … and who is asked. */
    toId: text('to_id').notNull(),
    askedBy: text('asked_by').notNull(),
    /** `everyone`: the whole caseload but for what is asked of others by name; `some`: those listed with it. */
    extent: text({ enum: ['everyone', 'some'] }).notNull(),
    status: text({ enum: ['asked', 'accepted', 'declined', 'withdrawn'] })
      .notNull()
      .default('asked'),
    /** A line from whoever asks. */
    note: text().notNull().default(''),
    submissionKey: text('submission_key').notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (t) => [
    unique('cover_requests_scope').on(t.workspaceId, t.id),
    unique('cover_requests_submission').on(t.workspaceId, t.submissionKey),
    foreignKey({
      name: 'cover_requests_absence',
      columns: [t.workspaceId, t.absenceId],
      foreignColumns: [absences.workspaceId, absences.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'cover_requests_from',
      columns: [t.workspaceId, t.fromId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'cover_requests_to',
      columns: [t.workspaceId, t.toId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'cover_requests_asker',
      columns: [t.workspaceId, t.askedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('cover_requests_of_absence').on(t.workspaceId, t.absenceId),
    index('cover_requests_to')
      .on(t.workspaceId, t.toId)
      .where(sql`${t.status} in ('asked', 'accepted') and ${t.absenceId} is not null`),
    check('cover_requests_people', sql`${t.fromId} <> ${t.toId}`),
    check('cover_requests_extent', sql`${t.extent} in ('everyone', 'some')`),
    check('cover_requests_handover', sql`${t.absenceId} is not null or ${t.extent} = 'some'`),
    check('cover_requests_status', sql`${t.status} in ('asked', 'accepted', 'declined', 'withdrawn')`),
    check('cover_requests_answer', sql`(${t.status} = 'asked') = (${t.answeredAt} is null)`),
  ],
);

/** The learners of a request that isn't about everyone, in the order in which they were chosen. */
export const coverRequestLearners = pgTable(
  'cover_request_learners',
  {
    workspaceId: text('workspace_id').notNull(),
    requestId: uuid('request_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.requestId, t.learnerId] }),
    foreignKey({
      name: 'cover_request_learners_request',
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [coverRequests.workspaceId, coverRequests.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'cover_request_learners_learner',
      columns: [t.workspaceId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.id],
    }).onDelete('cascade'),
    index('cover_request_learners_learner_index').on(t.workspaceId, t.learnerId),
  ],
);

/** "I'll take it" for one day of the program: who acts for a learner that day. */
export const dayCovers = pgTable(
  'day_covers',
  {
    workspaceId: text('workspace_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    coveredOn: date('covered_on', { mode: 'string' }).notNull(),
    userId: text('user_id').notNull(),
    takenAt: timestamp('taken_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.learnerId, t.coveredOn] }),
    foreignKey({
      name: 'day_covers_learner',
      columns: [t.workspaceId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'day_covers_member',
      columns: [t.workspaceId, t.userId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('day_covers_of_member').on(t.workspaceId, t.userId, t.coveredOn),
  ],
);
