import type { Queryable } from '../../db/client';
import { findDesk } from '../../db/members';
import { localDateAt } from '../../domain/dates';
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
  const desk = await findDesk(db, viewer, viewer.viewerId);
  const [first] = desk?.programs ?? [];
  if (!desk || !first) return [];
  const programIds = desk.programs.map(({ id }) => id);
  const asked = {
    ...viewer,
    programIds,
    text,
    filters: { kind: 'case' as const },
    today: localDateAt(now, first.zone),
  };
  const { hits } = await findEntries(db, asked, { offset: 0, limit });
  return hits.filter(({ score }) => score >= leastScore);
}
