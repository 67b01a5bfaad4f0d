import { idFor } from '../../../db/ids';
import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { pauseLearner } from '../../../usecases/pause-learner';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { pausedMessage } from '../../messages/breaks';
import { redrawCard } from '../card/redraw';
import { decodeLearnerMeta } from '../learner-meta';
import { type Submission, saveAndAnswer } from '../submission';
import { parsePause, pauseErrors } from './parse';

/** "Save": the pause modal was submitted. */
export function submitPause(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeLearnerMeta(view.private_metadata);
    if (!meta) {
      const errors = pauseErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parsePause(view.state.values, meta, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { workspaceId, userId: supporterId } = asker;
    const pauseId = idFor(`pause ${workspaceId} ${view.id}`);
    const input = { ...reading.input, pauseId, workspaceId, supporterId };
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => pauseLearner(deps.context(), input),
        fieldErrors: (error) => pauseErrors(error, t),
        answer: async (paused) => {
          await answerPrivately(client, asker, meta.channelId, pausedMessage(paused, t));
          await redrawCard(deps, client, asker, meta);
        },
      },
    );
  };
}
