import { type Suggestion, suggestLearners } from '../db/learners';
import { findDesk } from '../db/members';
import type { Locale } from '../domain/locale';
import { searchKey } from '../domain/names';
import type { WorkspaceScope } from '../domain/scope';
import type { Context } from './context';
import { nameKeys } from './name-keys';
import { refusal } from './open-desk';
import { type OpenedCard, openLearnerCard } from './open-learner-card';

/** What Slack shows at most in one answer. */
const mostMatches = 100;

interface Search extends WorkspaceScope {
  viewerId: string;
  channelId: string | null;
  /** '': nobody yet. */
  typed: string;
}

export type FoundLearner =
  | ({ kind: 'card' } & OpenedCard)
  /** Nobody, or several: she chooses. */
  | { kind: 'choice'; locale: Locale; matches: Suggestion[] };

/**
 * The card of the one learner who is meant, else who it might be: also those who have finished or left.
 * @throws {UserError} for somebody who supports no program: noProgramHere where none lives, else notSupporter.
 */
export async function findLearner(context: Context, search: Search): Promise<FoundLearner> {
  const { viewerId, typed } = search;
  const keys = nameKeys(typed);
  const [desk, matches] = await Promise.all([
    findDesk(context.db, search, viewerId),
    keys.length === 0
      ? []
      : suggestLearners(context.db, search, { viewerId, keys, finishedToo: true, limit: mostMatches }),
  ]);
  if (!desk || desk.programs.length === 0) throw await refusal(context, search);
  const meant = whoIsMeant(matches, keys);
  if (!meant) return { kind: 'choice', locale: desk.member.locale, matches };
  return { kind: 'card', ...(await openLearnerCard(context, { ...search, learnerId: meant.id })) };
}

/** The only match, or the only one whose whole name or reading was typed. */
function whoIsMeant(matches: readonly Suggestion[], keys: readonly string[]): Suggestion | null {
  const [only, ...others] = matches;
  if (only && others.length === 0) return only;
  const exact = matches.filter(({ name, reading }) =>
    [name, reading].some((text) => keys.includes(searchKey(text))),
  );
  const [one, another] = exact;
  return one && !another && !one.namesake ? one : null;
}
