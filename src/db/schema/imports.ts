import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { RosterFault } from '../../domain/roster';
import { programs } from './programs';
import { members } from './workspaces';

/**
 * A roster that somebody uploaded in Slack. Its message is the delivery of the same id. The file stays in Slack: the worker
 * fetches it there.
 */
export const imports = pgTable(
  'imports',
  {
    id: uuid().primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    requestedBy: text('requested_by').notNull(),
    /** Slack's id of the file. */
    fileId: text('file_id').notNull(),
    status: text({ enum: ['waiting', 'running', 'done', 'refused', 'cancelled', 'failed'] })
      .notNull()
      .default('waiting'),
    /** Learners written so far, and to write in all; null: not known yet. */
    doneCount: integer('done_count').notNull().default(0),
    totalCount: integer('total_count'),
    addedCount: integer('added_count').notNull().default(0),
    changedCount: integer('changed_count').notNull().default(0),
    unchangedCount: integer('unchanged_count').notNull().default(0),
    /** The first faults of a file that was refused, with what stands in its cells, for whoever uploaded it. */
    faults: jsonb().$type<RosterFault[]>().notNull().default([]),
    faultCount: integer('fault_count').notNull().default(0),
    /** Why it failed. */
    problem: text({ enum: ['fileGone', 'fileTooLarge', 'noAccess', 'slackAway', 'unexpected'] }),
    cancelRequestedAt: timestamp('cancel_requested_at', { withTimezone: true }),
    /** Running: the last sign of life of whoever runs it. */
    aliveAt: timestamp('alive_at', { withTimezone: true }),
    /** Waiting: when it may be taken. */
    runAt: timestamp('run_at', { withTimezone: true }).notNull(),
    /** Counts who took it and didn't give it back: only the last one may write, and the others died. */
    attempts: integer().notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (t) => [
    foreignKey({
      name: 'imports_program',
      columns: [t.workspaceId, t.programId],
      foreignColumns: [programs.workspaceId, programs.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'imports_requester',
      columns: [t.workspaceId, t.requestedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    uniqueIndex('imports_one_at_a_time')
      .on(t.workspaceId, t.programId)
      .where(sql`${t.status} in ('waiting', 'running')`),
    index('imports_unfinished').on(t.createdAt).where(sql`${t.status} in ('waiting', 'running')`),
    check(
      'imports_status',
      sql`${t.status} in ('waiting', 'running', 'done', 'refused', 'cancelled', 'failed')`,
    ),
    check('imports_finished', sql`(${t.status} in ('waiting', 'running')) = (${t.finishedAt} is null)`),
    check('imports_problem', sql`(${t.status} = 'failed') = (${t.problem} is not null)`),
    check('imports_running', sql`${t.status} <> 'running' or ${t.aliveAt} is not null`),
  ],
);
