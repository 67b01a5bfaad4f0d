import { audit } from '../../db/audit';
import { consultationOfCase, setCaseStanding, takeInCase } from '../../db/case-curating';
import { type Case, changeCase, contentOf, lockCase } from '../../db/case-writing';
import type { CaseChange, CaseContent } from '../../domain/consultation';
import { changedParts } from '../../domain/library';
import { UserError } from '../../errors';
import { nameReplacer } from '../consultation/names-of';
import { namelessTexts, replacedIn } from '../consultation/preview-closing';
import { shelveCase } from '../consultation/shelve-case';
import { touchTold } from '../consultation/thread-notes';
import { type Context, transact, type Unit } from '../context';
import { type CaseViewing, requireCase } from './open-case';

/** Of a case that a lead looks at: which version she saw. */
export interface Curating extends CaseViewing {
  version: number;
}

/** What a lead may put in other words. */
export type CaseEdit = Pick<
  CaseContent,
  'title' | 'situation' | 'tried' | 'helped' | 'outcome' | 'concerns' | 'tags'
>;

/**
 * Puts a case in other words, with all names replaced, and has what its consultation's thread says drawn again. Saying what it says already is `repeated`.
 * @throws {UserError} caseGone, caseLeadsOnly, caseTooLong, changedMeanwhile when it says something else than she saw.
 */
export function editCase(
  context: Context,
  { edit, ...curating }: Curating & { edit: CaseEdit },
): Promise<{ repeated: boolean; namesReplaced: boolean }> {
  return transact(context, async (unit) => {
    const row = await lockCurated(unit, curating);
    const from = await consultationOfCase(unit.db, row, row.id);
    const { nameless, namesReplaced } = await withNamesReplaced(
      unit,
      { row, learnerId: from?.learnerId ?? null },
      edit,
    );
    const wanted = { ...contentOf(row), ...nameless };
    if (changedParts(contentOf(row), wanted).length === 0) return { repeated: true, namesReplaced };
    if (row.version !== curating.version) throw new UserError('changedMeanwhile');
    await revise(unit, row, { change: 'edited', by: curating.viewerId, edit: nameless });
    if (from) await touchTold(unit, { workspaceId: row.workspaceId, id: from.id });
    return { repeated: false, namesReplaced };
  });
}

/** Those of the learner whom the case is about, as long as Banso knows her, and of everybody around her. */
async function withNamesReplaced(
  { db }: Unit,
  { row, learnerId }: { row: Case; learnerId: string | null },
  edit: CaseEdit,
) {
  const { workspaceId, programId } = row;
  const replace = await nameReplacer(db, { workspaceId, programId, learnerId });
  const nameless = { ...edit, ...namelessTexts(replacedIn({ texts: edit, tags: edit.tags }, replace)) };
  const asWritten = { ...contentOf(row), ...edit };
  return { nameless, namesReplaced: changedParts(asWritten, { ...asWritten, ...nameless }).length > 0 };
}

/**
 * Takes a case out of what is found, or back into it; its history stays.
 * @throws {UserError} caseGone, caseLeadsOnly
 */
export async function retireCase(
  context: Context,
  { retired, ...curating }: CaseViewing & { retired: boolean },
): Promise<void> {
  await transact(context, async (unit) => {
    const row = await lockCurated(unit, curating);
    if ((row.retiredAt !== null) === retired) return;
    const { workspaceId, id: caseId } = row;
    const standing = { retiredAt: retired ? unit.now : null, mergedInto: null };
    await setCaseStanding(unit.db, { workspaceId, caseId }, standing);
    await revise(unit, row, { change: retired ? 'retired' : 'restored', by: curating.viewerId, edit: {} });
  });
}

/**
 * Merges a case into another of the same program: the other one is found from now on, with the thanks and "This helped"
 * of both. Its texts stay as they are.
 * @throws {UserError} caseGone, caseLeadsOnly, caseNotMergeable where the other one is itself, retired or elsewhere.
 */
export async function mergeCase(
  context: Context,
  { intoId, ...curating }: CaseViewing & { intoId: string },
): Promise<{ repeated: boolean }> {
  return transact(context, async (unit) => {
    const { db } = unit;
    // Both in the order of their ids: two merges never wait for each other.
    for (const id of [curating.caseId, intoId].sort()) await lockCase(db, curating, id);
    const from = await lockCurated(unit, curating);
    if (from.mergedInto === intoId) return { repeated: true };
    const into = await lockCase(db, curating, intoId);
    if (!into || into.id === from.id || into.retiredAt || into.programId !== from.programId)
      throw new UserError('caseNotMergeable');
    await takeInCase(db, from, { fromId: from.id, intoId });
    const { workspaceId, id: caseId } = from;
    await setCaseStanding(db, { workspaceId, caseId }, { retiredAt: unit.now, mergedInto: intoId });
    await revise(unit, from, { change: 'merged', by: curating.viewerId, edit: {} });
    const after = await lockCase(db, curating, intoId);
    if (after) await shelveCase(db, after);
    return { repeated: false };
  });
}

/** @throws {UserError} caseGone, caseLeadsOnly */
async function lockCurated({ db }: Unit, curating: CaseViewing): Promise<Case> {
  const row = await lockCase(db, curating, curating.caseId);
  if (!row) throw new UserError('caseGone');
  const { curates } = await requireCase(db, curating);
  if (!curates) throw new UserError('caseLeadsOnly');
  return row;
}

interface Revision {
  change: CaseChange;
  by: string;
  edit: Partial<CaseEdit>;
}

async function revise({ db, now }: Unit, row: Case, { change, by, edit }: Revision): Promise<void> {
  const after = await changeCase(db, row, { change, changedBy: by, changedAt: now }, edit);
  await shelveCase(db, after);
  await audit(db, {
    workspaceId: row.workspaceId,
    programId: row.programId,
    actorId: by,
    action: `case.${change}`,
    subjectId: row.id,
    details: { version: row.version },
    at: now,
  });
}
