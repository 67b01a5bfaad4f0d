import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { breachCauses } from '../../domain/breach';
import { learners } from './learners';
import { members } from './workspaces';

/** A floor that ended without a contact: once for each time that nobody got in touch, with its cause for the review. */
export const breaches = pgTable(
  'breaches',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    /** The last day that would have kept the minimum. */
    floorOn: date('floor_on', { mode: 'string' }).notNull(),
    /** The contact before, from which it was counted; null: there was none. */
    sinceOn: date('since_on', { mode: 'string' }),
    /** Who acted for the learner when it was recorded; null: nobody did. */
    companionId: text('companion_id'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    /** Null: no lead has said so yet. */
    cause: text({ enum: breachCauses }),
    causeNote: text('cause_note').notNull().default(''),
    causeSetBy: text('cause_set_by'),
    causeSetAt: timestamp('cause_set_at', { withTimezone: true }),
  },
  (t) => [
    unique('breaches_once').on(t.workspaceId, t.learnerId, t.floorOn),
    foreignKey({
      name: 'breaches_learner',
      columns: [t.workspaceId, t.programId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.programId, learners.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'breaches_companion',
      columns: [t.workspaceId, t.companionId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'breaches_cause_setter',
      columns: [t.workspaceId, t.causeSetBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('breaches_unexplained').on(t.workspaceId, t.programId, t.floorOn).where(sql`${t.cause} is null`),
    check('breaches_cause', sql`${t.cause} in ('no_cover', 'unreachable', 'forgotten', 'other')`),
    check(
      'breaches_cause_set',
      sql`(${t.cause} is null) = (${t.causeSetBy} is null) and (${t.cause} is null) = (${t.causeSetAt} is null)`,
    ),
    check('breaches_order', sql`${t.floorOn} > ${t.sinceOn}`),
  ],
);
