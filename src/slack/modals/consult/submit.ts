import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { askPeers } from '../../../usecases/consultation/ask-peers';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { askedPeersMessage } from '../../messages/consultation-answers';
import { redrawCard } from '../card/redraw';
import { type Submission, saveAndAnswer } from '../submission';
import { type ConsultMeta, decodeConsultMeta } from './meta';
import { consultErrors, parseConsult } from './parse';

/** There is nothing to untick where the question was to join one that hides the name. */
function hasNoBox({ code }: UserError, { hides }: ConsultMeta): boolean {
  return code === 'consultationNamed' && hides === true;
}

/** "Ask": the question goes to the team. */
export function submitConsult(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeConsultMeta(view.private_metadata);
    if (!meta) {
      const errors = consultErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseConsult(view.state.values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { workspaceId, userId: authorId } = asker;
    const hideName = reading.input.hideName || meta.hides === true;
    const input = { ...reading.input, hideName, workspaceId, authorId, submissionKey: view.id };
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => askPeers(deps.context(), input),
        fieldErrors: (error) =>
          consultErrors(hasNoBox(error, meta) ? new UserError('consultationNamedNow') : error, t),
        answer: async (asked) => {
          await answerPrivately(client, asker, meta.channelId, askedPeersMessage(asked, t));
          await redrawCard(deps, client, asker, meta);
        },
      },
    );
  };
}
