import { UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { movePromise } from '../../../usecases/move-promise';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText, promiseMovedMessage } from '../../messages/answers';
import type { FieldErrors } from '../reading';
import { dateIn } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import { decodePromiseMeta } from './meta';

const { promiseMovedOn } = ids.blocks;

/** "Move": the modal that moves a promise was submitted. */
export function submitPromiseMove(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const refuse = (error: UserError, t: Messages) =>
      ack({ response_action: 'errors', errors: errorsOf(error, t) });
    const meta = decodePromiseMeta(view.private_metadata);
    if (!meta) return refuse(new UserError('viewExpired'), lastSeenTexts(deps, asker));
    const t = messagesFor(meta.locale);
    const { promiseId, channelId } = meta;
    const to = dateIn(view.state.values, promiseMovedOn);
    if (to === null) return refuse(new UserError('promiseDateMissing'), t);
    const { workspaceId, userId: supporterId } = asker;
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => movePromise(deps.context(), { workspaceId, supporterId, promiseId, to }),
        fieldErrors: (error) => errorsOf(error, t),
        answer: async (moved) => {
          // Home is drawn again with the new date.
          if (channelId) await answerPrivately(client, asker, channelId, promiseMovedMessage(moved, t));
        },
      },
    );
  };
}

function errorsOf(error: UserError, t: Messages): FieldErrors {
  return { [promiseMovedOn]: errorText(error, t) };
}
