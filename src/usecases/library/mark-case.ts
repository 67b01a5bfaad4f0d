import { setCaseMark } from '../../db/case-curating';
import { lockCase } from '../../db/case-writing';
import { UserError } from '../../errors';
import { shelveCase } from '../consultation/shelve-case';
import { type Context, transact } from '../context';
import { type CaseViewing, requireCase } from './open-case';

/**
 * "This helped": once for each supporter, who may take it back. Saying again what stands already changes nothing.
 * @throws {UserError} caseGone
 */
export async function markCase(
  context: Context,
  { marked, ...viewing }: CaseViewing & { marked: boolean },
): Promise<void> {
  const { workspaceId, viewerId, caseId } = viewing;
  await transact(context, async ({ db, now }) => {
    if (!(await lockCase(db, viewing, caseId))) throw new UserError('caseGone');
    await requireCase(db, viewing);
    const changed = await setCaseMark(db, { workspaceId, caseId }, { markedBy: viewerId, marked, at: now });
    const after = changed && (await lockCase(db, viewing, caseId));
    if (after) await shelveCase(db, after);
  });
}
