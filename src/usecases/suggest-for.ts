import { suggestLearners } from '../db/learners';
import type { LearnerOption } from '../domain/check-in-form';
import type { WorkspaceScope } from '../domain/scope';
import type { Context } from './context';
import { nameKeys } from './name-keys';

/** What Slack shows at most in one answer. */
const mostOptions = 100;

interface Typed extends WorkspaceScope {
  viewerId: string;
  typed: string;
  /** Also who has completed or left the course. */
  finishedToo?: boolean;
  /** Only the viewer's own caseload: who may be handed over or covered. */
  caseloadOnly?: boolean;
}

/**
 * The type-ahead's answer: the viewer's own caseload first, then the other learners of her programs. Nobody
 * answers to marks alone, such as `%`.
 */
export async function suggestFor(
  { db }: Context,
  { viewerId, typed, finishedToo = false, caseloadOnly = false, ...scope }: Typed,
): Promise<LearnerOption[]> {
  const keys = nameKeys(typed);
  if (keys.length === 0 && typed.trim() !== '') return [];
  return suggestLearners(db, scope, { viewerId, keys, finishedToo, caseloadOnly, limit: mostOptions });
}
