import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  timestamp,
} from 'drizzle-orm/pg-core';

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
    /** IANA name: where she works. Her days and hours are of it. */
    zone: text().notNull(),
    /** What Slack says of her zone, while she has chosen another one; null: `zone` is Slack's. */
    slackZone: text('slack_zone'),
    locale: text({ enum: ['ja', 'en'] }).notNull(),
    /** ISO weekdays on which she works, 1 = Monday … 7 = Sunday; null: the working days of her programs. */
    workingWeekdays: smallint('working_weekdays').array(),
    /** Her day's first and last hour, local time `HH:MM:SS`. The reminder comes at the first. */
    startsAt: time('starts_at').notNull().default('09:00'),
    endsAt: time('ends_at').notNull().default('18:00'),
    remindersOn: boolean('reminders_on').notNull().default(true),
    /** Whether she is reminded once more, two hours before her day ends, of what is still open. */
    secondLook: boolean('second_look').notNull().default(false),
    /** The instant of Slack's event that said so last; null: none did. An older one that comes later counts no more. */
    describedAt: timestamp('described_at', { withTimezone: true }),
    /** The instant at which the next reminder is to be planned; null for whoever supports no program. */
    nextReminderAt: timestamp('next_reminder_at', { withTimezone: true }),
    /** The same for the second look; null for whoever wants none. */
    nextSecondLookAt: timestamp('next_second_look_at', { withTimezone: true }),
    /** Set once Slack refuses messages to this person; cleared when she is back. Null: reachable. */
    unreachableSince: timestamp('unreachable_since', { withTimezone: true }),
    /** Slack's error code for it. */
    unreachableBecause: text('unreachable_because'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    index('members_next_reminder').on(t.nextReminderAt),
    index('members_next_second_look').on(t.nextSecondLookAt),
    // An unknown zone raises an error here, before it can stop a sweep.
    check('members_zone', sql`timezone(${t.zone}, timestamptz '2000-01-01 00:00:00+00') is not null`),
    check('members_unreachable', sql`(${t.unreachableSince} is null) = (${t.unreachableBecause} is null)`),
    check('members_locale', sql`${t.locale} in ('ja', 'en')`),
    check(
      'members_weekdays',
      sql`${t.workingWeekdays} <@ '{1,2,3,4,5,6,7}' and cardinality(${t.workingWeekdays}) > 0`,
    ),
    check('members_hours', sql`${t.startsAt} < ${t.endsAt}`),
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
