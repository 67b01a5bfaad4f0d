import { suggestLearners } from '../db/learners';
import type { LearnerOption } from '../domain/check-in-form';
import type { WorkspaceScope } from '../domain/scope';
import type { Context } from './context';
import { nameKeys } from './name-keys';

/** What Slack shows at most in one answer. */
const mostOptions = 100;

/**
 * The type-ahead's answer: the viewer's own caseload first, then the other learners of her programs. Nobody
 * answers to marks alone, such as `%`.
 */
export async function suggestFor(
  { db }: Context,
  { viewerId, typed, ...scope }: WorkspaceScope & { viewerId: string; typed: string },
): Promise<LearnerOption[]> {
  const keys = nameKeys(typed);
  if (keys.length === 0 && typed.trim() !== '') return [];
  return suggestLearners(db, scope, { viewerId, keys, limit: mostOptions });
}
