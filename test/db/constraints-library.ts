import { type Case, nobody, twice, unheardOf } from './refusal';

export const libraryKeys: Case[] = [
  {
    refuses: "a case of another workspace's program",
    constraint: 'cases_program',
    attempt: ({ own, other, rows }) => rows.libraryCase(own, { programId: other.programId }),
  },
  {
    refuses: 'a case of somebody whom the workspace does not know',
    constraint: 'cases_author',
    attempt: ({ own, rows }) => rows.libraryCase(own, { authorId: nobody }),
  },
  {
    refuses: "a case that went into another workspace's",
    constraint: 'cases_merged_into',
    attempt: async ({ own, other, rows }) =>
      rows.libraryCase(own, { retiredAt: new Date(0), mergedInto: await rows.caseId(other) }),
  },
  {
    refuses: "thanks in another workspace's case",
    constraint: 'case_helpers_case',
    attempt: async ({ own, other, rows }) => rows.caseHelper(own, { caseId: await rows.caseId(other) }),
  },
  {
    refuses: 'thanks to somebody whom the workspace does not know',
    constraint: 'case_helpers_member',
    attempt: ({ own, rows }) => rows.caseHelper(own, { userId: nobody }),
  },
  {
    refuses: "a mark on another workspace's case",
    constraint: 'case_marks_case',
    attempt: async ({ own, other, rows }) => rows.caseMark(own, { caseId: await rows.caseId(other) }),
  },
  {
    refuses: 'a mark on a case by somebody whom the workspace does not know',
    constraint: 'case_marks_marker',
    attempt: ({ own, rows }) => rows.caseMark(own, { markedBy: nobody }),
  },
  {
    refuses: "a change of another workspace's case",
    constraint: 'case_versions_case',
    attempt: async ({ own, other, rows }) => rows.caseVersion(own, { caseId: await rows.caseId(other) }),
  },
  {
    refuses: 'a change of a case by somebody whom the workspace does not know',
    constraint: 'case_versions_author',
    attempt: ({ own, rows }) => rows.caseVersion(own, { changedBy: nobody }),
  },
  {
    refuses: "something to be found in another workspace's program",
    constraint: 'library_entries_program',
    attempt: ({ own, other, rows }) => rows.libraryEntry(own, { programId: other.programId }),
  },
  {
    refuses: "a message of another workspace's check-in",
    constraint: 'library_entries_check_in',
    attempt: ({ own, other, rows }) =>
      rows.libraryEntry(own, { kind: 'message', sourceId: other.checkIn.id, outcome: null }),
  },
];

export const libraryOnce: Case[] = [
  {
    refuses: 'somebody thanked twice in one case',
    constraint: 'case_helpers_workspace_id_case_id_user_id_pk',
    attempt: async ({ own, rows }) => {
      const caseId = await rows.caseId(own);
      await twice(() => rows.caseHelper(own, { caseId }));
    },
  },
  {
    refuses: 'a second mark of one person on one case',
    constraint: 'case_marks_workspace_id_case_id_marked_by_pk',
    attempt: async ({ own, rows }) => {
      const caseId = await rows.caseId(own);
      await twice(() => rows.caseMark(own, { caseId }));
    },
  },
  {
    refuses: 'two changes of one version of a case',
    constraint: 'case_versions_workspace_id_case_id_version_pk',
    attempt: async ({ own, rows }) => {
      const caseId = await rows.caseId(own);
      await twice(() => rows.caseVersion(own, { caseId }));
    },
  },
  {
    refuses: 'a case that is found twice',
    constraint: 'library_entries_workspace_id_kind_source_id_pk',
    attempt: async ({ own, rows }) => {
      const sourceId = await rows.caseId(own);
      await twice(() => rows.libraryEntry(own, { sourceId }));
    },
  },
];

export const libraryValues: Case[] = [
  {
    refuses: 'a case without a title',
    constraint: 'cases_title',
    attempt: ({ own, rows }) => rows.libraryCase(own, { title: '' }),
  },
  {
    refuses: 'a case in which nothing happened',
    constraint: 'cases_situation',
    attempt: ({ own, rows }) => rows.libraryCase(own, { situation: '' }),
  },
  {
    refuses: 'a case that ended unheard of',
    constraint: 'cases_outcome',
    attempt: ({ own, rows }) => rows.libraryCase(own, { outcome: unheardOf }),
  },
  {
    refuses: 'a case that went on unheard of',
    constraint: 'cases_follow_up',
    attempt: ({ own, rows }) => rows.libraryCase(own, { followUpAnswer: unheardOf }),
  },
  {
    refuses: 'a case of a concern unheard of',
    constraint: 'cases_concerns',
    attempt: ({ own, rows }) => rows.libraryCase(own, { concerns: [unheardOf] }),
  },
  {
    refuses: 'a case that went into another and is still found',
    constraint: 'cases_merged',
    attempt: async ({ own, rows }) => rows.libraryCase(own, { mergedInto: await rows.caseId(own) }),
  },
  {
    refuses: 'a change of a case of no known kind',
    constraint: 'case_versions_change',
    attempt: ({ own, rows }) => rows.caseVersion(own, { change: unheardOf }),
  },
  {
    refuses: 'something to be found of a motivation of six',
    constraint: 'library_entries_motivation',
    attempt: ({ own, rows }) => rows.libraryEntry(own, { motivation: 6 }),
  },
  {
    refuses: 'something to be found of no known kind',
    constraint: 'library_entries_kind',
    attempt: ({ own, rows }) => rows.libraryEntry(own, { kind: unheardOf, outcome: null }),
  },
  {
    refuses: 'something to be found of a concern unheard of',
    constraint: 'library_entries_concerns',
    attempt: ({ own, rows }) => rows.libraryEntry(own, { concerns: [unheardOf] }),
  },
  {
    refuses: 'a win with an outcome',
    constraint: 'library_entries_outcome',
    attempt: ({ own, rows }) => rows.libraryEntry(own, { kind: 'win', sourceId: own.checkIn.id }),
  },
  {
    refuses: 'a case to be found without its outcome',
    constraint: 'library_entries_outcome',
    attempt: ({ own, rows }) => rows.libraryEntry(own, { outcome: null }),
  },
];
