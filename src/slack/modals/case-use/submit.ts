import { z } from 'zod';
import { nameInConsultation } from '../../../usecases/library/name-case';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { submitOverCase } from '../case/submit';
import { type Parsed, parsed } from '../reading';
import { chosenIn } from '../state-values';

const { useIn } = ids.blocks;

/** "Post in the thread": names a case in a consultation. */
export function submitCaseUse(deps: BotDeps) {
  return submitOverCase(deps, {
    parse: (values, t): Parsed<string> => {
      const chosen = z.uuid().safeParse(chosenIn(values, useIn));
      const errors = chosen.success ? {} : { [useIn]: t.errors.consultationOver() };
      return parsed(chosen.data ?? '', { values, errors, t });
    },
    errors: (error, t) => ({ [useIn]: errorText(error, t) }),
    save: (consultationId, { caseId }, { workspaceId, userId: viewerId }) =>
      nameInConsultation(deps.context(), { workspaceId, viewerId, caseId, consultationId }),
    done: (_, t) => t.library.used,
  });
}
