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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Want } from '../../domain/consultation';
import { learners } from './learners';
import { cases } from './library';
import { members } from './workspaces';

/**
 * A thread in which a supporter asks her peers about a hard case. Its root post is the delivery of the same id: its
 * channel and ts stand there.
 */
export const consultations = pgTable(
  'consultations',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    /** Who asked first. */
    authorId: text('author_id').notNull(),
    /** Whether nothing that the team reads may give the learner's name away. */
    hideName: boolean('hide_name').notNull(),
    /** The check-ins that the root post shows, as the author chose them: of the last three. */
    shownCheckIns: uuid('shown_check_ins').array().notNull().default(sql`'{}'`),
    /** Where Slack shows the root post; null: it isn't posted, or Slack gave no link. */
    permalink: text(),
    status: text({ enum: ['open', 'closed'] })
      .notNull()
      .default('open'),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    /** In the program's zone. */
    openedOn: date('opened_on', { mode: 'string' }).notNull(),
    /** Who asked again, last, and when: by joining or by opening it again; null: nobody has. It is answered by what follows. */
    askedAgainBy: text('asked_again_by'),
    askedAgainAt: timestamp('asked_again_at', { withTimezone: true }),
    /** The next working day of whoever asked last: from its digest on, a question without an answer stands there. */
    answerBy: date('answer_by', { mode: 'string' }).notNull(),
    /** When a peer answered first; null: nobody has. */
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    /** When somebody is asked by name, if nobody has answered; null: nobody more is asked. */
    nextNudgeAt: timestamp('next_nudge_at', { withTimezone: true }),
    /** Since when replies are collected no more, as the bot is out of the channel; null: they are collected. */
    uncollectedSince: timestamp('uncollected_since', { withTimezone: true }),
    closedAt: timestamp('closed_at', { withTimezone: true }),
    /** In the program's zone. */
    closedOn: date('closed_on', { mode: 'string' }),
    closedBy: text('closed_by'),
    /** Who opened it again, last, and when; null: nobody has. */
    reopenedBy: text('reopened_by'),
    reopenedAt: timestamp('reopened_at', { withTimezone: true }),
    /** What was learned of it; null: it was never closed. One that is opened again keeps its case. */
    caseId: uuid('case_id'),
    /** When its author is asked how it went on; null: it isn't closed, or she was asked. */
    followUpAt: timestamp('follow_up_at', { withTimezone: true }),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('consultations_scope').on(t.workspaceId, t.id),
    unique('consultations_scope_in_program').on(t.workspaceId, t.programId, t.id),
    foreignKey({
      name: 'consultations_learner',
      columns: [t.workspaceId, t.programId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.programId, learners.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'consultations_author',
      columns: [t.workspaceId, t.authorId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'consultations_asker',
      columns: [t.workspaceId, t.askedAgainBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'consultations_closer',
      columns: [t.workspaceId, t.closedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'consultations_reopener',
      columns: [t.workspaceId, t.reopenedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'consultations_case',
      columns: [t.workspaceId, t.caseId],
      foreignColumns: [cases.workspaceId, cases.id],
    }),
    unique('consultations_of_case').on(t.workspaceId, t.caseId),
    uniqueIndex('consultations_one_open').on(t.workspaceId, t.learnerId).where(sql`${t.status} = 'open'`),
    index('consultations_of_learner').on(t.workspaceId, t.learnerId, t.openedAt.desc()),
    index('consultations_open').on(t.workspaceId, t.programId).where(sql`${t.status} = 'open'`),
    index('consultations_unanswered')
      .on(t.workspaceId, t.programId, t.answerBy)
      .where(sql`${t.status} = 'open' and ${t.answeredAt} is null`),
    index('consultations_to_nudge').on(t.nextNudgeAt).where(sql`${t.nextNudgeAt} is not null`),
    index('consultations_to_follow_up').on(t.followUpAt).where(sql`${t.followUpAt} is not null`),
    check('consultations_status', sql`${t.status} in ('open', 'closed')`),
    check(
      'consultations_closed',
      sql`(${t.status} = 'closed') = (${t.closedAt} is not null and ${t.closedOn} is not null and ${t.closedBy} is not null)`,
    ),
    check('consultations_asked_again', sql`(${t.askedAgainAt} is null) = (${t.askedAgainBy} is null)`),
    // A reopened one keeps its case, which it goes on with.
    check('consultations_closed_case', sql`${t.status} <> 'closed' or ${t.caseId} is not null`),
    check('consultations_follow_up', sql`${t.followUpAt} is null or ${t.status} = 'closed'`),
    check('consultations_nudge', sql`${t.nextNudgeAt} is null or ${t.status} = 'open'`),
  ],
);

/**
 * What is asked in a consultation: first by its author, then by whoever joins. The note in the thread that tells of a
 * later one is the delivery of the same id.
 */
export const consultationQuestions = pgTable(
  'consultation_questions',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    consultationId: uuid('consultation_id').notNull(),
    authorId: text('author_id').notNull(),
    situation: text().notNull(),
    tried: text().notNull().default(''),
    wants: text().array().$type<Want[]>().notNull(),
    /** The modal it came from: a second press of submit finds it taken. */
    submissionKey: text('submission_key').notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('consultation_questions_submission').on(t.workspaceId, t.submissionKey),
    foreignKey({
      name: 'consultation_questions_consultation',
      columns: [t.workspaceId, t.consultationId],
      foreignColumns: [consultations.workspaceId, consultations.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'consultation_questions_author',
      columns: [t.workspaceId, t.authorId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('consultation_questions_of').on(t.workspaceId, t.consultationId, t.askedAt),
    check('consultation_questions_situation', sql`length(${t.situation}) > 0`),
    check(
      'consultation_questions_wants',
      sql`${t.wants} <@ '{ideas,cases,view,takeOver}' and cardinality(${t.wants}) > 0`,
    ),
  ],
);

/** What a person wrote in a consultation's thread, as Slack's events tell it, in whatever order they come. */
export const consultationReplies = pgTable(
  'consultation_replies',
  {
    workspaceId: text('workspace_id').notNull(),
    consultationId: uuid('consultation_id').notNull(),
    /** Slack's id of the message. */
    ts: text().notNull(),
    /** A Slack user, whom Banso need not know otherwise. */
    authorId: text('author_id').notNull(),
    /** Empty once it is deleted. */
    text: text().notNull(),
    /** Names of what was attached; it isn't copied. */
    attachments: text().array().notNull().default(sql`'{}'`),
    postedAt: timestamp('posted_at', { withTimezone: true }).notNull(),
    /** Slack's id of the last edit that is known; null: it was never edited. */
    editedTs: text('edited_ts'),
    /** It stays as a mark, so that an earlier event that comes later doesn't bring it back. */
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.consultationId, t.ts] }),
    foreignKey({
      name: 'consultation_replies_consultation',
      columns: [t.workspaceId, t.consultationId],
      foreignColumns: [consultations.workspaceId, consultations.id],
    }).onDelete('cascade'),
    check('consultation_replies_deleted', sql`${t.deletedAt} is null or ${t.text} = ''`),
  ],
);

/** "This helped" on a reply. */
export const replyMarks = pgTable(
  'reply_marks',
  {
    workspaceId: text('workspace_id').notNull(),
    consultationId: uuid('consultation_id').notNull(),
    ts: text().notNull(),
    markedBy: text('marked_by').notNull(),
    markedAt: timestamp('marked_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.consultationId, t.ts, t.markedBy] }),
    foreignKey({
      name: 'reply_marks_reply',
      columns: [t.workspaceId, t.consultationId, t.ts],
      foreignColumns: [
        consultationReplies.workspaceId,
        consultationReplies.consultationId,
        consultationReplies.ts,
      ],
    }).onDelete('cascade'),
    foreignKey({
      name: 'reply_marks_marker',
      columns: [t.workspaceId, t.markedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
  ],
);

/** Who was asked by name to answer. Its message is the delivery of the same id. */
export const consultationNudges = pgTable(
  'consultation_nudges',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    consultationId: uuid('consultation_id').notNull(),
    askedId: text('asked_id').notNull(),
    /** Whether she had helped in a case like it. */
    experienced: boolean().notNull(),
    /** In the program's zone: one a day for a consultation. */
    askedOn: date('asked_on', { mode: 'string' }).notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('consultation_nudges_once').on(t.workspaceId, t.consultationId, t.askedOn),
    foreignKey({
      name: 'consultation_nudges_consultation',
      columns: [t.workspaceId, t.programId, t.consultationId],
      foreignColumns: [consultations.workspaceId, consultations.programId, consultations.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'consultation_nudges_asked',
      columns: [t.workspaceId, t.askedId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('consultation_nudges_of_program').on(t.workspaceId, t.programId, t.askedAt.desc()),
    index('consultation_nudges_of_person').on(t.workspaceId, t.programId, t.askedId, t.askedAt.desc()),
  ],
);
