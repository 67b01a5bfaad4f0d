import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { checkIns } from './check-ins';
import { deliveries } from './deliveries';
import { learners } from './learners';
import { members } from './workspaces';

/** That somebody of the care team is to know of a check-in, and the message that tells her. */
export const careFlags = pgTable(
  'care_flags',
  {
    workspaceId: text('workspace_id').notNull(),
    checkInId: uuid('check_in_id').notNull(),
    userId: text('user_id').notNull(),
    deliveryId: uuid('delivery_id').notNull(),
    /** Told at once, in a message of its own. */
    urgent: boolean().notNull(),
    flaggedAt: timestamp('flagged_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.checkInId, t.userId] }),
    foreignKey({
      name: 'care_flags_check_in',
      columns: [t.workspaceId, t.checkInId],
      foreignColumns: [checkIns.workspaceId, checkIns.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'care_flags_member',
      columns: [t.workspaceId, t.userId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'care_flags_delivery',
      columns: [t.workspaceId, t.deliveryId],
      foreignColumns: [deliveries.workspaceId, deliveries.id],
    }).onDelete('cascade'),
    index('care_flags_message').on(t.workspaceId, t.deliveryId),
  ],
);

/** What a mentor or advisor answered to a check-in. It belongs into the learner's timeline. */
export const careAnswers = pgTable(
  'care_answers',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    checkInId: uuid('check_in_id').notNull(),
    authorId: text('author_id').notNull(),
    /** The author's role in the care team when she wrote it. */
    role: text({ enum: ['mentor', 'advisor'] }).notNull(),
    text: text().notNull(),
    /** The modal it came from: a second press of submit finds it taken. */
    submissionKey: text('submission_key').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('care_answers_submission').on(t.workspaceId, t.submissionKey),
    foreignKey({
      name: 'care_answers_learner',
      columns: [t.workspaceId, t.programId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.programId, learners.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'care_answers_check_in',
      columns: [t.workspaceId, t.checkInId],
      foreignColumns: [checkIns.workspaceId, checkIns.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'care_answers_author',
      columns: [t.workspaceId, t.authorId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('care_answers_to_check_in').on(t.workspaceId, t.checkInId, t.authorId),
    index('care_answers_timeline').on(t.workspaceId, t.learnerId, t.createdAt.desc()),
    check('care_answers_role', sql`${t.role} in ('mentor', 'advisor')`),
    check('care_answers_text', sql`length(${t.text}) > 0`),
  ],
);
