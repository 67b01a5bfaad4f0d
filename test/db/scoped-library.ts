import * as curating from '../../src/db/case-curating';
import { findCaseFor, retiredCasesFor } from '../../src/db/case-reading';
import type { Queryable } from '../../src/db/client';
import { hasTrigrams, similarlySpelt } from '../../src/db/library-alike';
import { dropLibraryEntry, putLibraryEntry } from '../../src/db/library-entries';
import { findEntryFor, findOpenConsultationOf } from '../../src/db/library-reading';
import * as search from '../../src/db/library-search';
import { libraryQuery } from '../../src/domain/search/query';
import type { FilledTenant } from './filled-tenant';

type Ask = (db: Queryable, own: FilledTenant, ids: FilledTenant) => Promise<unknown>;

const now = new Date('2026-11-24T00:00:00Z');
const today = '2026-11-24';
const part = { today, offset: 0, limit: 5 };
const spelt = { words: ['yakim'], filters: '', today, limit: 5 };
const caseOf = ({ workspaceId }: FilledTenant, { caseId }: FilledTenant) => ({ workspaceId, caseId });

const searcher = ({ workspaceId }: FilledTenant, { programId }: FilledTenant) => ({
  ...{ workspaceId, programId },
  viewerId: 'U0AOI',
});

/** What a search found; null where that is nothing. */
const found = ({ hits }: { hits: unknown[] }) => (hits.length === 0 ? null : hits);

export const libraryOfAWorkspace: Record<string, Ask> = {
  retiredCasesFor: (db, own) => retiredCasesFor(db, own, 'U0LEAD', part),
};

/** The library: queries that are told a row, or the programs to look in, by their ids. */
export const libraryOfARow: Record<string, Ask> = {
  consultationOfCase: (db, own, ids) => curating.consultationOfCase(db, own, ids.caseId),
  findCaseFor: (db, own, ids) => findCaseFor(db, own, 'U0AOI', ids.caseId),
  findEntryFor: (db, own, ids) => findEntryFor(db, own, 'U0AOI', { kind: 'case', sourceId: ids.caseId }),
  findOpenConsultationOf: (db, own, ids) => findOpenConsultationOf(db, own, 'U0AOI', ids.consultationId),
  newestEntries: async (db, own, ids) => found(await search.newestEntries(db, searcher(own, ids), part)),
  searchEntries: async (db, own, ids) => {
    const hits = [];
    for (const text of ['やきん', 'やきん へんじ']) {
      const query = libraryQuery({ text, filters: {} });
      if (query) hits.push(...(await search.searchEntries(db, searcher(own, ids), query, part)).hits);
    }
    return found({ hits });
  },
  similarlySpelt: async (db, own, ids) => [
    ...(await similarlySpelt(db, searcher(own, ids), { ...spelt, byTrigrams: true })).hits,
    ...(await similarlySpelt(db, searcher(own, ids), { ...spelt, byTrigrams: false })).hits,
  ],
};

export const libraryWrites: Record<string, Ask> = {
  dropLibraryEntry: (db, own, ids) => dropLibraryEntry(db, own, { kind: 'case', sourceId: ids.caseId }),
  putLibraryEntry: (db, { workspaceId }, { programId, caseId }) =>
    putLibraryEntry(db, {
      ...{ workspaceId, programId, kind: 'case', sourceId: caseId, title: '新', body: [], concerns: [] },
      ...{ unit: '', courseWeek: null, outcome: 'better', helpedCount: 1, happenedOn: today },
    }),
  setCaseMark: (db, own, ids) =>
    curating.setCaseMark(db, caseOf(own, ids), { markedBy: 'U0KUDO', marked: true, at: now }),
  setCaseStanding: (db, own, ids) =>
    curating.setCaseStanding(db, caseOf(own, ids), { retiredAt: now, mergedInto: null }),
  takeInCase: async (db, own, ids) => {
    await curating.setCaseMark(db, caseOf(own, ids), { markedBy: 'U0KUDO', marked: true, at: now });
    await curating.takeInCase(db, own, { fromId: ids.caseId, intoId: ids.caseId });
  },
};

export const libraryAcross: Record<string, { because: string; ask: Ask }> = {
  hasTrigrams: {
    because: 'it asks what the database can do, and reads no row',
    ask: (db) => hasTrigrams(db),
  },
};
