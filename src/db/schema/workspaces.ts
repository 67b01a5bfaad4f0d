import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

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
    /** The instant of Slack's event that said so last; null: none did. An older one that comes later counts no more. */
    describedAt: timestamp('described_at', { withTimezone: true }),
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

/**
 * That somebody has opened her Home, and how much of what happened since it shows; what it shows is drawn from live
 * data. Apart from `members`, whose rows planning locks: a check-in raises the revision here.
 */
export const homes = pgTable(
  'homes',
  {
    workspaceId: text('workspace_id').notNull(),
    userId: text('user_id').notNull(),
    /** The last time. */
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    /** Raised by whatever may change it; it is drawn until `shown_revision` has caught up. */
    wantedRevision: integer('wanted_revision').notNull().default(1),
    shownRevision: integer('shown_revision').notNull().default(0),
    /** Since when somebody is drawing it; null: nobody is. */
    drawingSince: timestamp('drawing_since', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    foreignKey({
      name: 'homes_member',
      columns: [t.workspaceId, t.userId],
      foreignColumns: [members.workspaceId, members.userId],
    }).onDelete('cascade'),
    index('homes_stale').on(t.openedAt).where(sql`${t.wantedRevision} > ${t.shownRevision}`),
    check('homes_revisions', sql`${t.shownRevision} between 0 and ${t.wantedRevision}`),
  ],
);
