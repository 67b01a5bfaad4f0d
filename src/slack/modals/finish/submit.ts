import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { changeStatus } from '../../../usecases/change-status';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { finishedMessage } from '../../messages/breaks';
import { redrawCard } from '../card/redraw';
import { decodeLearnerMeta } from '../learner-meta';
import { textIn } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import type { Ending } from './view';

const { finishReason } = ids.blocks;

/** "Complete", and that somebody has left: the modal was submitted. */
export function submitFinish(deps: BotDeps, ending: Ending) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeLearnerMeta(view.private_metadata);
    if (!meta) {
      const words = errorText(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors: { [finishReason]: words } });
    }
    const t = messagesFor(meta.locale);
    const { workspaceId, userId: supporterId } = asker;
    const { learnerId } = meta;
    const reason = textIn(view.state.values, finishReason);
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () =>
          changeStatus(deps.context(), { workspaceId, supporterId, learnerId, status: ending, reason }),
        fieldErrors: (error) => ({ [finishReason]: errorText(error, t) }),
        answer: async ({ learnerName }) => {
          await answerPrivately(client, asker, meta.channelId, finishedMessage(learnerName, ending, t));
          await redrawCard(deps, client, asker, meta);
        },
      },
    );
  };
}
