import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CheckInContent } from '../../domain/check-in';
import { learners } from './learners';
import { members } from './workspaces';

/** One logged contact, with what was seen. */
export const checkIns = pgTable(
  'check_ins',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    authorId: text('author_id').notNull(),
    contactedOn: date('contacted_on', { mode: 'string' }).notNull(),
    outcome: text({ enum: ['sent', 'replied', 'talked'] }).notNull(),
    motivation: smallint(),
    unit: text().notNull().default(''),
    studyHours: numeric('study_hours', { precision: 5, scale: 1, mode: 'number' }),
    concerns: text().array().$type<CheckInContent['concerns']>().notNull().default(sql`'{}'`),
    note: text().notNull().default(''),
    learnerWords: text('learner_words').notNull().default(''),
    shareAsWin: boolean('share_as_win').notNull().default(false),
    /** The text of the message that was sent, where its author keeps it … */
    sentText: text('sent_text').notNull().default(''),
    /** … and whether it worked: then others find it among the cases, with names removed. */
    sentTextHelped: boolean('sent_text_helped').notNull().default(false),
    /** Who should know of it: mentor, advisor, school. */
    flaggedFor: text('flagged_for')
      .array()
      .$type<CheckInContent['flaggedFor']>()
      .notNull()
      .default(sql`'{}'`),
    /** Whether mentor and advisor are told at once. */
    urgent: boolean().notNull().default(false),
    sourcePermalink: text('source_permalink'),
    /** Whether it counts towards rhythm and floor: decided by the author's role when it was logged. */
    counts: boolean().notNull(),
    /** The modal it came from: a second press of submit finds it taken. */
    submissionKey: text('submission_key').notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('check_ins_scope').on(t.workspaceId, t.id),
    unique('check_ins_submission').on(t.workspaceId, t.submissionKey),
    foreignKey({
      name: 'check_ins_learner',
      columns: [t.workspaceId, t.programId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.programId, learners.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'check_ins_author',
      columns: [t.workspaceId, t.authorId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('check_ins_timeline').on(t.workspaceId, t.learnerId, t.contactedOn.desc(), t.createdAt.desc()),
    index('check_ins_by_day').on(t.workspaceId, t.programId, t.contactedOn),
    index('check_ins_wins').on(t.workspaceId, t.programId, t.createdAt).where(sql`${t.shareAsWin}`),
    check('check_ins_outcome', sql`${t.outcome} in ('sent', 'replied', 'talked')`),
    check('check_ins_motivation', sql`${t.motivation} between 1 and 5`),
    check('check_ins_hours', sql`${t.studyHours} between 0 and 168`),
    check(
      'check_ins_concerns',
      sql`${t.concerns} <@ '{time,difficulty,motivation,work,family,health,tools,jobHunting,loneliness,other}'`,
    ),
    check('check_ins_flagged', sql`${t.flaggedFor} <@ '{mentor,advisor,school}'`),
  ],
);

/** What a check-in said before it was corrected. */
export const checkInCorrections = pgTable(
  'check_in_corrections',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    checkInId: uuid('check_in_id').notNull(),
    /** The version that `before` was. */
    version: integer().notNull(),
    before: jsonb().$type<CheckInContent>().notNull(),
    correctedBy: text('corrected_by').notNull(),
    correctedAt: timestamp('corrected_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    foreignKey({
      name: 'check_in_corrections_check_in',
      columns: [t.workspaceId, t.checkInId],
      foreignColumns: [checkIns.workspaceId, checkIns.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'check_in_corrections_author',
      columns: [t.workspaceId, t.correctedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    unique('check_in_corrections_version').on(t.workspaceId, t.checkInId, t.version),
  ],
);

/** Something a supporter said they would do for a learner, with a date. */
export const promises = pgTable(
  'promises',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    checkInId: uuid('check_in_id').notNull(),
    madeBy: text('made_by').notNull(),
    text: text().notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** Null: still open. */
    keptAt: timestamp('kept_at', { withTimezone: true }),
    keptBy: text('kept_by'),
  },
  (t) => [
    foreignKey({
      name: 'promises_learner',
      columns: [t.workspaceId, t.programId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.programId, learners.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'promises_maker',
      columns: [t.workspaceId, t.madeBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'promises_check_in',
      columns: [t.workspaceId, t.checkInId],
      foreignColumns: [checkIns.workspaceId, checkIns.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'promises_keeper',
      columns: [t.workspaceId, t.keptBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    unique('promises_check_in_once').on(t.workspaceId, t.checkInId),
    check('promises_text', sql`length(${t.text}) > 0`),
    check('promises_kept', sql`(${t.keptAt} is null) = (${t.keptBy} is null)`),
    index('promises_due').on(t.workspaceId, t.programId, t.dueOn),
    index('promises_of_maker').on(t.workspaceId, t.madeBy, t.keptAt),
    index('promises_of_learner').on(t.workspaceId, t.learnerId, t.dueOn).where(sql`${t.keptAt} is null`),
  ],
);

/** When a supporter was last offered to log what she wrote to a learner as a check-in: once a day at most. */
export const checkInOffers = pgTable(
  'check_in_offers',
  {
    workspaceId: text('workspace_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    supporterId: text('supporter_id').notNull(),
    /** The program's local date. */
    offeredOn: date('offered_on', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.learnerId, t.supporterId] }),
    foreignKey({
      name: 'check_in_offers_learner',
      columns: [t.workspaceId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'check_in_offers_supporter',
      columns: [t.workspaceId, t.supporterId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
  ],
);
