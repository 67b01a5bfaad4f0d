import { findLearnerFor, learnerExists } from '../db/learners';
import { findMember } from '../db/members';
import { type TimelineRange, type TimelineRow, timelineEntries } from '../db/timelines';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import { type TimelineKey, type TimelinePage, timelinePageSize } from '../domain/timeline';
import { UserError } from '../errors';
import type { Context } from './context';

export interface OpenedTimeline extends TimelinePage {
  /** The viewer's language. */
  locale: Locale;
}

interface Asked extends WorkspaceScope {
  viewerId: string;
  learnerId: string;
  range: TimelineRange;
}

const newest: TimelineRange = { towards: 'past', from: null };

/**
 * One page of all that happened around a learner.
 * @throws {UserError} learnerGone or learnerElsewhere.
 */
export async function openTimeline(
  { db }: Context,
  { viewerId, learnerId, range, ...scope }: Asked,
): Promise<OpenedTimeline> {
  const [learner, viewer] = await Promise.all([
    findLearnerFor(db, scope, viewerId, learnerId),
    findMember(db, scope, viewerId),
  ]);
  if (!learner || !viewer) {
    throw new UserError((await learnerExists(db, scope, learnerId)) ? 'learnerElsewhere' : 'learnerGone');
  }
  const who = { learnerId, viewerId, isLead: learner.viewerRole === 'lead' };
  const read = async (asked: TimelineRange) =>
    pageOf(await timelineEntries(db, scope, { ...who, range: asked, limit: timelinePageSize + 1 }), asked);
  const page = await read(range);
  // Back at the beginning: a full page rather than the few that came in since.
  const shown = range.towards === 'now' && page.newer === null ? await read(newest) : page;
  return { locale: viewer.locale, name: learner.name, ...shown };
}

/** One more row than fits tells that it goes on; where it was turned back from, it goes on as well. */
function pageOf(rows: readonly TimelineRow[], { towards, from }: TimelineRange) {
  const more = rows.length > timelinePageSize;
  const shown = rows.slice(0, timelinePageSize);
  const newestFirst = towards === 'past' ? shown : shown.toReversed();
  const first = keyOf(newestFirst.at(0));
  const last = keyOf(newestFirst.at(-1));
  return {
    entries: newestFirst.map(({ entry }) => entry),
    newer: towards === 'past' ? from && first : more ? first : null,
    older: towards === 'now' ? last : more ? last : null,
  };
}

function keyOf(row: TimelineRow | undefined): TimelineKey | null {
  return row ? { on: row.on, at: row.at, id: row.id } : null;
}
