import type { Case } from '../../db/case-writing';
import type { Queryable } from '../../db/client';
import { dropLibraryEntry, putLibraryEntry } from '../../db/library-entries';

/** Has a case found by what it says now; one that was retired isn't found any more. */
export async function shelveCase(db: Queryable, written: Case): Promise<void> {
  const { id: sourceId, closedOn: happenedOn, retiredAt, ...row } = written;
  if (retiredAt) return dropLibraryEntry(db, row, { kind: 'case', sourceId });
  const { workspaceId, programId, title, tags, concerns, unit, courseWeek, outcome, helpedCount } = row;
  await putLibraryEntry(db, {
    ...{ workspaceId, programId, kind: 'case', sourceId, title, tags, concerns, unit, courseWeek },
    ...{ outcome, helpedCount, happenedOn },
    body: [
      { text: row.situation, weight: 'B' },
      { text: row.tried, weight: 'C' },
      { text: row.helped, weight: 'C' },
      { text: row.followUpLine, weight: 'D' },
    ],
  });
}
