import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { workspaces } from './workspaces';

/** Who changed what, when. Details hold ids, dates and counts, never a learner's text. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    programId: uuid('program_id'),
    /** The Slack user; null: an operator at the command line, or Banso itself. */
    actorId: text('actor_id'),
    action: text().notNull(),
    subjectId: text('subject_id').notNull(),
    details: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('audit_events_by_subject').on(t.workspaceId, t.subjectId, t.at)],
);
