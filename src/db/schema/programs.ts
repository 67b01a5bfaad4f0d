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
  smallint,
  text,
  time,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { members, workspaces } from './workspaces';

/** One client's course, followed by one team in one channel. */
export const programs = pgTable(
  'programs',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    channelId: text('channel_id').notNull(),
    /** IANA name; every date of the program is a local date in it. */
    zone: text().notNull(),
    locale: text({ enum: ['ja', 'en'] }).notNull(),
    /** ISO 3166 code whose public holidays are no working days. */
    country: text().notNull(),
    /** ISO weekdays, 1 = Monday … 7 = Sunday. */
    workingWeekdays: smallint('working_weekdays').array().notNull().default(sql`'{1,2,3,4,5}'`),
    /** Local time of the digest, `HH:MM:SS`. */
    digestAt: time('digest_at').notNull(),
    /** The instant of the next digest; the sweep's only condition. */
    nextDigestAt: timestamp('next_digest_at', { withTimezone: true }).notNull(),
    /** The instant at which to look next for learners whose floor ends that day without a contact. */
    nextEscalationAt: timestamp('next_escalation_at', { withTimezone: true }).notNull(),
    /** Whose contacts count towards rhythm and floor. */
    countedRoles: text('counted_roles').array().notNull().default(sql`'{companion,cover}'`),
    /** A lead's choice: whether who writes to whom is noticed in the channels that Banso is in. */
    seesMessages: boolean('sees_messages').notNull().default(false),
    retentionDays: integer('retention_days').notNull().default(180),
    /** Set once Slack refuses posts to the channel; cleared by the next post that succeeds. */
    unreachableSince: timestamp('unreachable_since', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('programs_scope').on(t.workspaceId, t.id),
    unique('programs_name').on(t.workspaceId, t.name),
    unique('programs_channel').on(t.workspaceId, t.channelId),
    index('programs_next_digest').on(t.nextDigestAt),
    index('programs_next_escalation').on(t.nextEscalationAt),
    // An unknown zone raises an error here, before it can stop a sweep.
    check('programs_zone', sql`timezone(${t.zone}, timestamptz '2000-01-01 00:00:00+00') is not null`),
    check('programs_locale', sql`${t.locale} in ('ja', 'en')`),
    check(
      'programs_weekdays',
      sql`${t.workingWeekdays} <@ '{1,2,3,4,5,6,7}' and cardinality(${t.workingWeekdays}) > 0`,
    ),
    check('programs_roles', sql`${t.countedRoles} <@ '{companion,cover,mentor,advisor}'`),
    check('programs_retention', sql`${t.retentionDays} > 0`),
  ],
);

/**
 * The client's minimum and the usual rhythm from a day on. A row is never changed but to end it, so that the history
 * says who set what, when and why.
 */
export const policies = pgTable(
  'policies',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    contactsPerWeek: smallint('contacts_per_week').notNull().default(2),
    /** The most days that may pass between two contacts. */
    floorDays: smallint('floor_days').notNull().default(7),
    reason: text().notNull().default(''),
    /** The Slack user; null: an operator. */
    setBy: text('set_by'),
    setAt: timestamp('set_at', { withTimezone: true }).notNull(),
    /** Since when it counts no more: another was set for its day, or it was taken back before that day came. */
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endedBy: text('ended_by'),
  },
  (t) => [
    uniqueIndex('policies_one_a_day')
      .on(t.workspaceId, t.programId, t.effectiveOn)
      .where(sql`${t.endedAt} is null`),
    index('policies_history').on(t.workspaceId, t.programId, t.setAt.desc()),
    foreignKey({
      name: 'policies_program',
      columns: [t.workspaceId, t.programId],
      foreignColumns: [programs.workspaceId, programs.id],
    }).onDelete('cascade'),
    check('policies_contacts', sql`${t.contactsPerWeek} between 1 and 7`),
    check('policies_floor', sql`${t.floorDays} between 1 and 60`),
    check('policies_ended', sql`${t.endedBy} is null or ${t.endedAt} is not null`),
  ],
);

/**
 * The working out anew of a program's due days after its policy or calendar changed: batch by batch in the order of
 * the learners' ids, so that it goes on where it was after a crash. One row per program that ever needed it.
 */
export const restatements = pgTable(
  'restatements',
  {
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    /** Counts the changes that asked for it; each starts it over. */
    revision: integer().notNull().default(0),
    /** The instant at which a planned policy takes effect and it starts over; null: none is planned. */
    nextAt: timestamp('next_at', { withTimezone: true }),
    startedAt: timestamp('started_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    /** The last learner done; null: none yet. */
    afterId: uuid('after_id'),
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.programId] }),
    foreignKey({
      name: 'restatements_program',
      columns: [t.workspaceId, t.programId],
      foreignColumns: [programs.workspaceId, programs.id],
    }).onDelete('cascade'),
    index('restatements_next').on(t.nextAt).where(sql`${t.nextAt} is not null`),
    index('restatements_unfinished')
      .on(t.startedAt)
      .where(sql`${t.startedAt} is not null and ${t.finishedAt} is null`),
    check('restatements_done', sql`${t.done} between 0 and ${t.total}`),
    check('restatements_finished', sql`${t.finishedAt} is null or ${t.startedAt} is not null`),
  ],
);

/** A day on which a program's team does not work although the calendar says so. */
export const closures = pgTable(
  'closures',
  {
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    closedOn: date('closed_on', { mode: 'string' }).notNull(),
    label: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.programId, t.closedOn] }),
    foreignKey({
      name: 'closures_program',
      columns: [t.workspaceId, t.programId],
      foreignColumns: [programs.workspaceId, programs.id],
    }).onDelete('cascade'),
  ],
);

/** A Slack user in a program. Removed people stay as rows: their check-ins keep an author. */
export const supporters = pgTable(
  'supporters',
  {
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    userId: text('user_id').notNull(),
    role: text({ enum: ['lead', 'supporter'] }).notNull(),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.programId, t.userId] }),
    foreignKey({
      name: 'supporters_program',
      columns: [t.workspaceId, t.programId],
      foreignColumns: [programs.workspaceId, programs.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'supporters_member',
      columns: [t.workspaceId, t.userId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('supporters_present').on(t.workspaceId, t.userId, t.programId).where(sql`${t.removedAt} is null`),
    check('supporters_role', sql`${t.role} in ('lead', 'supporter')`),
  ],
);
