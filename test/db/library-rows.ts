import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/client';
import { caseHelpers, caseMarks, cases, caseVersions, libraryEntries } from '../../src/db/schema';
import type { Tenant } from './two-workspaces';

const at = new Date('2026-11-24T00:00:00Z');

type New<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

/** Writes rows of the case library, as createRows does of the other tables. */
export function createLibraryRows(db: Database) {
  const libraryCase = ({ workspaceId, programId }: Tenant, given: New<typeof cases>) =>
    db
      .insert(cases)
      .values({
        workspaceId,
        programId,
        title: workspaceId,
        situation: workspaceId,
        outcome: 'resolved',
        closedOn: '2026-11-24',
        authorId: 'U0AOI',
        createdAt: at,
        ...given,
      })
      .returning({ caseId: cases.id });

  const caseId = async (tenant: Tenant) => (await libraryCase(tenant, {}))[0]?.caseId ?? '';

  const caseHelper = async (tenant: Tenant, given: New<typeof caseHelpers>) =>
    db.insert(caseHelpers).values({
      workspaceId: tenant.workspaceId,
      caseId: given.caseId ?? (await caseId(tenant)),
      userId: 'U0MORI',
      helped: true,
      ...given,
    });

  const caseMark = async (tenant: Tenant, given: New<typeof caseMarks>) =>
    db.insert(caseMarks).values({
      workspaceId: tenant.workspaceId,
      caseId: given.caseId ?? (await caseId(tenant)),
      markedBy: 'U0MORI',
      markedAt: at,
      ...given,
    });

  /** What a case said before it was edited. */
  const caseVersion = async (tenant: Tenant, given: New<typeof caseVersions>) => {
    const texts = { title: tenant.workspaceId, situation: tenant.workspaceId, tried: '', helped: '' };
    const place = { concerns: [], tags: [], unit: '', courseWeek: null };
    return db.insert(caseVersions).values({
      workspaceId: tenant.workspaceId,
      caseId: given.caseId ?? (await caseId(tenant)),
      version: 1,
      before: { ...texts, ...place, outcome: 'noChange' },
      change: 'edited',
      changedBy: 'U0LEAD',
      changedAt: at,
      ...given,
    });
  };

  /** A case's, of no case that is there. */
  const libraryEntry = ({ workspaceId, programId }: Tenant, given: New<typeof libraryEntries>) =>
    db.insert(libraryEntries).values({
      workspaceId,
      programId,
      kind: 'case',
      sourceId: randomUUID(),
      title: workspaceId,
      body: workspaceId,
      outcome: 'resolved',
      happenedOn: '2026-11-24',
      words: '',
      letters: workspaceId.toLowerCase(),
      ...given,
    });

  return { caseHelper, caseId, caseMark, caseVersion, libraryCase, libraryEntry };
}
