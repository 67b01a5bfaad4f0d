import type { CaseContent } from '../consultation';
import type { LocalDate } from '../dates';
import type { ProgramScope } from '../scope';
import type { LibraryEntryInput } from './entry';

interface ShelvedCase extends ProgramScope, CaseContent {
  id: string;
  followUpLine: string;
  helpedCount: number;
  closedOn: LocalDate;
}

/** A case's entry in the library: found by its title first, then by what it is about, then by what was done. */
export function caseEntry(row: ShelvedCase): LibraryEntryInput {
  const { workspaceId, programId, id: sourceId, title, tags, concerns, unit, courseWeek } = row;
  return {
    ...{ workspaceId, programId, kind: 'case', sourceId, title, tags, concerns, unit, courseWeek },
    body: [
      { text: row.situation, weight: 'B' },
      { text: row.tried, weight: 'C' },
      { text: row.helped, weight: 'C' },
      { text: row.followUpLine, weight: 'D' },
    ],
    outcome: row.outcome,
    helpedCount: row.helpedCount,
    happenedOn: row.closedOn,
  };
}
