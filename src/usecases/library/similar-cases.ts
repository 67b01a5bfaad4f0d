import type { Queryable } from '../../db/client';
import { latestDateAt } from '../../domain/dates';
import type { LibraryHit } from '../../domain/library';
import type { WorkspaceScope } from '../../domain/scope';
import { findEntries } from './find-entries';

interface Viewer extends WorkspaceScope {
  viewerId: string;
  now: Date;
}

/** What has less in common with a text than this isn't like it: a word that every text has is no likeness. */
const leastScore = 0.2;

/** Past cases of the viewer's programs that are like what she has written so far, the best first. */
export async function similarCases(
  db: Queryable,
  { now, ...viewer }: Viewer,
  text: string,
  limit: number,
): Promise<LibraryHit[]> {
  if (text.trim() === '') return [];
  const asked = { ...viewer, text, filters: { kind: 'case' as const }, today: latestDateAt(now) };
  const { hits } = await findEntries(db, asked, { offset: 0, limit });
  return hits.filter(({ score }) => score >= leastScore);
}
