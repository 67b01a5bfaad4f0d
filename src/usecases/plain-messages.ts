import type { Queryable } from '../db/client';
import { membersByKeys } from '../db/members';
import type { WorkspaceScope } from '../domain/scope';
import { mentionedIn, plainThreadText } from '../domain/thread-text';

/**
 * What people wrote in Slack as plain text: members who are mentioned by name, links by their words. One indexed read,
 * and only where somebody is mentioned.
 */
export async function plainMessages(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  texts: readonly string[],
): Promise<string[]> {
  const mentioned = texts.flatMap(mentionedIn).map((userId) => ({ workspaceId, userId }));
  const members = mentioned.length === 0 ? [] : await membersByKeys(db, mentioned);
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  return texts.map((text) => plainThreadText(text, (userId) => names.get(userId) ?? null).trim());
}

/** The same of one message. */
export async function plainMessage(db: Queryable, scope: WorkspaceScope, text: string): Promise<string> {
  const [plain = ''] = await plainMessages(db, scope, [text]);
  return plain;
}
