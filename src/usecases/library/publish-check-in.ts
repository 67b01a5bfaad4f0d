import type { Learner } from '../../db/learners';
import { dropLibraryEntry, putLibraryEntry } from '../../db/library-entries';
import type { ProgramWithRules } from '../../db/programs';
import { withoutNames } from '../../domain/anonymise/without-names';
import type { CheckInContent } from '../../domain/check-in';
import { roleWords } from '../../domain/marked-names';
import { checkInEntries, offeredKinds } from '../../domain/search/check-in-entries';
import { namesAround } from '../consultation/names-of';
import type { Unit } from '../context';

interface Published {
  checkInId: string;
  /** What it said until now; null: it is new. */
  before: CheckInContent | null;
  content: CheckInContent;
}

/**
 * Writes what a check-in offers to others into the library, all names removed, and takes out what it no longer
 * offers. Whose names those are is asked only where there is something to write.
 */
export async function publishCheckIn(
  { db }: Unit,
  learner: Learner,
  { locale }: ProgramWithRules,
  { checkInId, before, content }: Published,
): Promise<void> {
  const offered = offeredKinds(content);
  for (const kind of before ? offeredKinds(before) : []) {
    if (!offered.includes(kind)) await dropLibraryEntry(db, learner, { kind, sourceId: checkInId });
  }
  if (offered.length === 0) return;
  const { workspaceId, programId, id: learnerId } = learner;
  const people = await namesAround(db, { workspaceId, programId, learnerId });
  const nameless = (text: string) => withoutNames(text, people, roleWords[locale]);
  const written = { workspaceId, programId, checkInId, content, course: learner };
  for (const entry of checkInEntries(written, nameless)) await putLibraryEntry(db, entry);
}
