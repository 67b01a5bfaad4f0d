import { idFor } from '../../../db/ids';
import { UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { requestImport } from '../../../usecases/request-import';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText, importBegunMessage } from '../../messages/answers';
import type { FieldErrors } from '../reading';
import { filesIn } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeImportMeta } from './meta';

/** "Import": a roster was handed over. It is only noted here; a worker fetches and imports it. */
export function submitImport(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const { workspaceId, userId: actorId } = asker;
    const meta = decodeImportMeta(view.private_metadata);
    const t = meta ? messagesFor(meta.locale) : lastSeenTexts(deps, asker);
    const refuse = (error: UserError) => ack({ response_action: 'errors', errors: importErrors(error, t) });
    if (!meta) return refuse(new UserError('viewExpired'));
    const [file] = filesIn(view.state.values, ids.blocks.rosterFile);
    if (!file) return refuse(new UserError('rosterMissing'));
    const { programId, channelId } = meta;
    const id = idFor(`import ${workspaceId} ${view.id}`);
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => requestImport(deps.context(), { id, workspaceId, programId, actorId, file }),
        fieldErrors: (error) => importErrors(error, t),
        answer: () => answerPrivately(client, asker, channelId, importBegunMessage(t)),
      },
    );
  };
}

function importErrors(error: UserError, t: Messages): FieldErrors {
  return { [ids.blocks.rosterFile]: errorText(error, t) };
}
