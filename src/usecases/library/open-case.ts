import { type CaseRow, findCaseFor } from '../../db/case-reading';
import type { Queryable } from '../../db/client';
import { findMember } from '../../db/members';
import { changedParts, type LibraryHit, type ReadCase } from '../../domain/library';
import type { Locale } from '../../domain/locale';
import type { WorkspaceScope } from '../../domain/scope';
import { UserError } from '../../errors';
import type { Context } from '../context';
import { similarCases } from './similar-cases';

export interface CaseViewing extends WorkspaceScope {
  viewerId: string;
  caseId: string;
}

export interface OpenedCase {
  /** The viewer's language. */
  locale: Locale;
  read: ReadCase;
  /** Others that are like it, the most alike first. */
  similar: LibraryHit[];
}

const mostSimilar = 3;

/**
 * A case with all its texts, who is thanked, what was changed of it, and what is like it.
 * @throws {UserError} caseGone: there is none, or none of a program of hers.
 */
export async function openCase({ db, now }: Context, viewing: CaseViewing): Promise<OpenedCase> {
  const { viewerId, caseId } = viewing;
  const read = await requireCase(db, viewing);
  const member = await findMember(db, viewing, viewerId);
  const text = [read.title, read.tags.join(' '), read.situation].join('\n');
  const similar = await similarCases(db, { ...viewing, now }, text, mostSimilar + 1);
  return {
    locale: member?.locale ?? 'ja',
    read,
    similar: similar.filter(({ sourceId }) => sourceId !== caseId).slice(0, mostSimilar),
  };
}

/** @throws {UserError} caseGone */
export async function requireCase(db: Queryable, viewing: CaseViewing): Promise<ReadCase> {
  const row = await findCaseFor(db, viewing, viewing.viewerId, viewing.caseId);
  if (!row) throw new UserError('caseGone');
  return withHistory(row);
}

/** Each change with the parts that it changed: what a version said against what the next one says. */
function withHistory({ versions, ...read }: CaseRow): ReadCase {
  const after = [read, ...versions.map(({ before }) => before)];
  return {
    ...read,
    history: versions.map(({ before, ...change }, i) => ({
      ...change,
      parts: changedParts(before, after[i] ?? read),
    })),
  };
}
