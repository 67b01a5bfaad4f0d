import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Concern } from '../../domain/check-in';
import type { CaseChange, CaseContent, KeptCase } from '../../domain/consultation';
import { checkIns } from './check-ins';
import { programs } from './programs';
import { members } from './workspaces';

const concernsCheck = sql.raw(
  `'{time,difficulty,motivation,work,family,health,tools,jobHunting,loneliness,other}'`,
);

/** A closed consultation: situation, tried, outcome. All names are removed from its texts; it outlives its learner. */
export const cases = pgTable(
  'cases',
  {
    id: uuid().primaryKey().defaultRandom(),
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    title: text().notNull(),
    situation: text().notNull(),
    tried: text().notNull().default(''),
    helped: text().notNull().default(''),
    outcome: text({
      enum: ['resolved', 'better', 'noChange', 'left', 'handedToMentor', 'handedToAdvisor', 'handedToSchool'],
    }).notNull(),
    concerns: text().array().$type<Concern[]>().notNull().default(sql`'{}'`),
    tags: text().array().notNull().default(sql`'{}'`),
    unit: text().notNull().default(''),
    courseWeek: smallint('course_week'),
    /** In the program's zone. */
    closedOn: date('closed_on', { mode: 'string' }).notNull(),
    /** Who wrote it. */
    authorId: text('author_id').notNull(),
    /** How it went on two weeks later; null: not told. */
    followUpAnswer: text('follow_up_answer', { enum: ['better', 'same', 'worse'] }),
    followUpLine: text('follow_up_line').notNull().default(''),
    /** By how many supporters it was marked with "This helped". */
    helpedCount: integer('helped_count').notNull().default(0),
    /** A retired case is found no more; its history stays. */
    retiredAt: timestamp('retired_at', { withTimezone: true }),
    /** The case that took it in. */
    mergedInto: uuid('merged_into'),
    version: integer().notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('cases_scope').on(t.workspaceId, t.id),
    foreignKey({
      name: 'cases_program',
      columns: [t.workspaceId, t.programId],
      foreignColumns: [programs.workspaceId, programs.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'cases_author',
      columns: [t.workspaceId, t.authorId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    foreignKey({
      name: 'cases_merged_into',
      columns: [t.workspaceId, t.mergedInto],
      foreignColumns: [t.workspaceId, t.id],
    }),
    index('cases_of_author').on(t.workspaceId, t.authorId),
    index('cases_retired').on(t.workspaceId, t.programId, t.retiredAt).where(sql`${t.retiredAt} is not null`),
    check('cases_title', sql`length(${t.title}) > 0`),
    check('cases_situation', sql`length(${t.situation}) > 0`),
    check(
      'cases_outcome',
      sql`${t.outcome} in ('resolved', 'better', 'noChange', 'left', 'handedToMentor', 'handedToAdvisor', 'handedToSchool')`,
    ),
    check('cases_follow_up', sql`${t.followUpAnswer} in ('better', 'same', 'worse')`),
    check('cases_concerns', sql`${t.concerns} <@ ${concernsCheck}`),
    check('cases_merged', sql`${t.mergedInto} is null or ${t.retiredAt} is not null`),
  ],
);

/** Who is thanked in a case: whoever answered in its thread. Beside its texts, which name nobody. */
export const caseHelpers = pgTable(
  'case_helpers',
  {
    workspaceId: text('workspace_id').notNull(),
    caseId: uuid('case_id').notNull(),
    userId: text('user_id').notNull(),
    /** Whether a reply of hers was marked or chosen as what helped. */
    helped: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.caseId, t.userId] }),
    foreignKey({
      name: 'case_helpers_case',
      columns: [t.workspaceId, t.caseId],
      foreignColumns: [cases.workspaceId, cases.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'case_helpers_member',
      columns: [t.workspaceId, t.userId],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    index('case_helpers_of_member').on(t.workspaceId, t.userId),
  ],
);

/** "This helped" on a case. */
export const caseMarks = pgTable(
  'case_marks',
  {
    workspaceId: text('workspace_id').notNull(),
    caseId: uuid('case_id').notNull(),
    markedBy: text('marked_by').notNull(),
    markedAt: timestamp('marked_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.caseId, t.markedBy] }),
    foreignKey({
      name: 'case_marks_case',
      columns: [t.workspaceId, t.caseId],
      foreignColumns: [cases.workspaceId, cases.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'case_marks_marker',
      columns: [t.workspaceId, t.markedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
  ],
);

/** What a case said before it was changed, by whom and how. */
export const caseVersions = pgTable(
  'case_versions',
  {
    workspaceId: text('workspace_id').notNull(),
    caseId: uuid('case_id').notNull(),
    /** The version that `before` was. */
    version: integer().notNull(),
    before: jsonb().$type<KeptCase>().notNull(),
    change: text().$type<CaseChange>().notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.caseId, t.version] }),
    foreignKey({
      name: 'case_versions_case',
      columns: [t.workspaceId, t.caseId],
      foreignColumns: [cases.workspaceId, cases.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'case_versions_author',
      columns: [t.workspaceId, t.changedBy],
      foreignColumns: [members.workspaceId, members.userId],
    }),
    check(
      'case_versions_change',
      sql`${t.change} in ('edited', 'merged', 'retired', 'restored', 'closedAgain', 'followedUp')`,
    ),
  ],
);

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What `/cases` finds: cases, wins that were shared and messages that worked, all names removed, with what they are
 * found by. Written beside its source in the same transaction.
 */
export const libraryEntries = pgTable(
  'library_entries',
  {
    workspaceId: text('workspace_id').notNull(),
    programId: uuid('program_id').notNull(),
    kind: text({ enum: ['case', 'win', 'message'] }).notNull(),
    /** The case, or the check-in that a win or message comes from. */
    sourceId: uuid('source_id').notNull(),
    /** That check-in, which takes its entries along when it is erased; null: it comes from a case. */
    checkInId: uuid('check_in_id').generatedAlwaysAs(sql`case when kind <> 'case' then source_id end`),
    title: text().notNull(),
    body: text().notNull(),
    concerns: text().array().$type<Concern[]>().notNull().default(sql`'{}'`),
    unit: text().notNull().default(''),
    courseWeek: smallint('course_week'),
    /** 1 (low) to 5 (high), when a win or message was written down; null: not noted, and for cases. */
    motivation: smallint(),
    /** A case's; null for the others. */
    outcome: text().$type<CaseContent['outcome']>(),
    helpedCount: integer('helped_count').notNull().default(0),
    /** In the program's zone. */
    happenedOn: date('happened_on', { mode: 'string' }).notNull(),
    /** The words of its texts in the forms in which they are looked for (domain/search). */
    words: tsvector().notNull(),
    /** Its texts in one form, for parts of words and slips (domain/search). */
    letters: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.kind, t.sourceId] }),
    foreignKey({
      name: 'library_entries_program',
      columns: [t.workspaceId, t.programId],
      foreignColumns: [programs.workspaceId, programs.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'library_entries_check_in',
      columns: [t.workspaceId, t.checkInId],
      foreignColumns: [checkIns.workspaceId, checkIns.id],
    }).onDelete('cascade'),
    index('library_entries_of_check_in')
      .on(t.workspaceId, t.checkInId)
      .where(sql`${t.checkInId} is not null`),
    index('library_entries_words').using('gin', t.words),
    /** The same of each quarter of a year apart (seasonOf). */
    index('library_entries_season')
      .using('gin', sql`library_season_words(${t.words}, ${t.programId}, ${t.happenedOn})`)
      .with({ fastupdate: false }),
    index('library_entries_newest').on(t.workspaceId, t.programId, t.happenedOn.desc()),
    check('library_entries_kind', sql`${t.kind} in ('case', 'win', 'message')`),
    check('library_entries_motivation', sql`${t.motivation} between 1 and 5`),
    check('library_entries_concerns', sql`${t.concerns} <@ ${concernsCheck}`),
    check('library_entries_outcome', sql`(${t.kind} = 'case') = (${t.outcome} is not null)`),
  ],
);
