import { z } from 'zod';
import { mergeCase } from '../../../usecases/library/curate-case';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { submitOverCase } from '../case/submit';
import { type Parsed, parsed } from '../reading';
import { chosenIn } from '../state-values';

const { mergeInto } = ids.blocks;

/** "Merge": a lead chose the case into which another one goes. */
export function submitCaseMerge(deps: BotDeps) {
  return submitOverCase(deps, {
    parse: (values, t): Parsed<string> => {
      const chosen = z.uuid().safeParse(chosenIn(values, mergeInto, ids.actions.mergeInto));
      const errors = chosen.success ? {} : { [mergeInto]: t.errors.mergeMissing() };
      return parsed(chosen.data ?? '', { values, errors, t });
    },
    errors: (error, t) => ({ [mergeInto]: errorText(error, t) }),
    save: (intoId, { caseId }, { workspaceId, userId: viewerId }) =>
      mergeCase(deps.context(), { workspaceId, viewerId, caseId, intoId }),
    done: (_, t) => t.library.merged,
  });
}
