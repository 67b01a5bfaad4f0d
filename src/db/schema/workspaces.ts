import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** One Slack workspace, or Enterprise organisation, that installed Banso: the tenant. */
export const workspaces = pgTable('workspaces', {
  /** Slack's team id, or the enterprise id of an organisation-wide install. */
  id: text().primaryKey(),
  name: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

/** A Slack user whom Banso knows: a supporter, mentor or advisor of some program. */
export const members = pgTable(
  'members',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    name: text().notNull(),
    zone: text().notNull(),
    locale: text({ enum: ['ja', 'en'] }).notNull(),
    /** The instant at which the next reminder is to be planned; null for whoever supports no program. */
    nextReminderAt: timestamp('next_reminder_at', { withTimezone: true }),
    /** Set once Slack refuses messages to this person; cleared when she is back. Null: reachable. */
    unreachableSince: timestamp('unreachable_since', { withTimezone: true }),
    /** Slack's error code for it. */
    unreachableBecause: text('unreachable_because'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    index('members_next_reminder').on(t.nextReminderAt),
    // An unknown zone raises an error here, before it can stop a sweep.
    check('members_zone', sql`timezone(${t.zone}, timestamptz '2000-01-01 00:00:00+00') is not null`),
    check('members_unreachable', sql`(${t.unreachableSince} is null) = (${t.unreachableBecause} is null)`),
    check('members_locale', sql`${t.locale} in ('ja', 'en')`),
  ],
);
