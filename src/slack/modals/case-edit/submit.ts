import { editCase } from '../../../usecases/library/curate-case';
import type { BotDeps } from '../../bot-deps';
import { submitOverCase } from '../case/submit';
import { caseEditErrors, parseCaseEdit } from './parse';

/** "Save": a lead put a case in other words. */
export function submitCaseEdit(deps: BotDeps) {
  return submitOverCase(deps, {
    parse: parseCaseEdit,
    errors: caseEditErrors,
    save: (edit, { caseId, version }, { workspaceId, userId: viewerId }) =>
      editCase(deps.context(), { workspaceId, viewerId, caseId, version, edit }),
    done: ({ namesReplaced }, t) => (namesReplaced ? t.library.editedWithoutNames : t.library.edited),
  });
}
