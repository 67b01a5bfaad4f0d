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
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Rhythm } from '../../domain/cadence';
import type { Profile } from '../../domain/profile';
import { programs } from './programs';
import { members } from './workspaces';

/** A person who is followed up. `due_on`, `floor_on` and `due_reason` are stored results of domain/cadence. */
export const learners = pgTable(
  'learners',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    name: text().notNull(),
    reading: text().notNull().default(''),
    /** `searchKey(name)`: one form for width, kana and case. */
    nameKey: text('name_key').notNull(),
    readingKey: text('reading_key').notNull().default(''),
    slackUserId: text('slack_user_id'),
    startedOn: date('started_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    goal: text().notNull().default(''),
    background: text().notNull().default(''),
    /** For whoever stands in: the tone that works, and what is better not raised. */
    tone: text().notNull().default(''),
    avoid: text().notNull().default(''),
    /** The supporter whose caseload this is. On the row itself, so that a caseload is one index range. */
    companionId: text('companion_id'),
    /** The learner's own rhythm; null: the program's. */
    rhythm: jsonb().$type<Rhythm>(),
    weeklyHours: numeric('weekly_hours', { precision: 5, scale: 1, mode: 'number' }),
    unit: text().notNull().default(''),
    status: text({ enum: ['active', 'paused', 'completed', 'withdrawn'] })
      .notNull()
      .default('active'),
    /** Why she is paused without a return day, has completed or left. Null: nobody said, or she is active. */
    statusReason: text('status_reason'),
    /** The local date from which the status holds; null: since she was added. */
    statusOn: date('status_on', { mode: 'string' }),
    plannedOn: date('planned_on', { mode: 'string' }),
    planReason: text('plan_reason'),
    plannedBy: text('planned_by'),
    /** Whether the plan waits longer than the rhythm would: quiet watching. */
    watching: boolean().notNull().default(false),
    lastContactOn: date('last_contact_on', { mode: 'string' }),
    /** The day of the first message that the learner has not answered; null: nothing is open. */
    awaitingReplySince: date('awaiting_reply_since', { mode: 'string' }),
    /** When she last wrote where Banso sees it (programs.sees_messages); nothing of what or where is kept. */
    seenAt: timestamp('seen_at', { withTimezone: true }),
    dueOn: date('due_on', { mode: 'string' }),
    floorOn: date('floor_on', { mode: 'string' }),
    dueReason: text('due_reason', {
      enum: ['first', 'rhythm', 'planned', 'floor', 'return', 'closing', 'over'],
    }).notNull(),
    /** The local date on which `due_on` took its present value. */
    dueSetOn: date('due_set_on', { mode: 'string' }).notNull(),
    version: integer().notNull().default(1),
    /** Counts the changes of what a roster says of her; `version` moves with every check-in. */
    profileVersion: integer('profile_version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('learners_scope').on(t.workspaceId, t.id),
    unique('learners_scope_in_program').on(t.workspaceId, t.programId, t.id),
    foreignKey({
      name: 'learners_program',
      columns: [t.workspaceId, t.programId],
      foreignColumns: [programs.workspaceId, programs.id],
    }),
    foreignKey({
      name: 'learners_companion',
      columns: [t.workspaceId, t.companionId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'learners_planner',
      columns: [t.workspaceId, t.plannedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    uniqueIndex('learners_same_name').on(t.workspaceId, t.programId, t.nameKey, t.startedOn),
    uniqueIndex('learners_same_slack_user')
      .on(t.workspaceId, t.slackUserId, t.programId)
      .where(sql`${t.slackUserId} is not null`),
    index('learners_due').on(t.workspaceId, t.programId, t.dueOn).where(sql`${t.status} = 'active'`),
    index('learners_caseload')
      .on(t.workspaceId, t.companionId, t.programId, t.dueOn)
      .where(sql`${t.status} = 'active'`),
    index('learners_on_break').on(t.workspaceId, t.companionId).where(sql`${t.status} = 'paused'`),
    index('learners_floor').on(t.workspaceId, t.programId, t.floorOn).where(sql`${t.status} = 'active'`),
    index('learners_awaiting')
      .on(t.workspaceId, t.programId, t.awaitingReplySince)
      .where(sql`${t.status} = 'active' and ${t.awaitingReplySince} is not null`),
    check('learners_name', sql`length(${t.name}) between 1 and 100`),
    check('learners_course', sql`${t.endsOn} >= ${t.startedOn}`),
    check('learners_hours', sql`${t.weeklyHours} between 0 and 168`),
    check('learners_status', sql`${t.status} in ('active', 'paused', 'completed', 'withdrawn')`),
    check(
      'learners_due_reason',
      sql`${t.dueReason} in ('first', 'rhythm', 'planned', 'floor', 'return', 'closing', 'over')`,
    ),
    check('learners_due_after_contact', sql`${t.dueOn} > ${t.lastContactOn}`),
  ],
);

/** A learner's mentor and advisor: a Slack user, or only a name. (The companion is on the learner.) */
export const careTeam = pgTable(
  'care_team',
  {
    workspaceId: text('workspace_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    role: text({ enum: ['mentor', 'advisor'] }).notNull(),
    userId: text('user_id'),
    name: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.learnerId, t.role] }),
    foreignKey({
      name: 'care_team_learner',
      columns: [t.workspaceId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'care_team_member',
      columns: [t.workspaceId, t.userId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('care_team_of_person').on(t.workspaceId, t.userId).where(sql`${t.userId} is not null`),
    check('care_team_role', sql`${t.role} in ('mentor', 'advisor')`),
    check('care_team_person', sql`(${t.userId} is null) <> (${t.name} is null)`),
  ],
);

/** What a roster and the edit modal said of a learner before somebody changed it. */
export const learnerEdits = pgTable(
  'learner_edits',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    /** The profile version that `before` was. */
    version: integer().notNull(),
    before: jsonb().$type<Profile>().notNull(),
    /** Null: an operator, by importing a roster. */
    editedBy: text('edited_by'),
    editedAt: timestamp('edited_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    foreignKey({
      name: 'learner_edits_learner',
      columns: [t.workspaceId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'learner_edits_editor',
      columns: [t.workspaceId, t.editedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    unique('learner_edits_version').on(t.workspaceId, t.learnerId, t.version),
  ],
);

/** Days on which a learner isn't to be contacted, both ends inclusive. Who is away without a return day is `paused` instead. */
export const pauses = pgTable(
  'pauses',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    /** Where a contact was open when it began, the day on which that was due: for the rules of due days alone, its first day. */
    reachesBackTo: date('reaches_back_to', { mode: 'string' }),
    reason: text().notNull().default(''),
  },
  (t) => [
    foreignKey({
      name: 'pauses_learner',
      columns: [t.workspaceId, t.learnerId],
      foreignColumns: [learners.workspaceId, learners.id],
    }).onDelete('cascade'),
    index('pauses_by_learner').on(t.workspaceId, t.learnerId, t.fromOn),
    check('pauses_order', sql`${t.toOn} >= ${t.fromOn}`),
    check('pauses_reach', sql`${t.reachesBackTo} < ${t.fromOn}`),
  ],
);
