import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { recordAbsence } from '../../../usecases/record-absence';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { awaySavedMessage } from '../../messages/away-saved';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeAwayMeta } from './meta';
import { awayErrors, parseAway } from './parse';

/** "Save": the form for time away was submitted. */
export function submitAway(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeAwayMeta(view.private_metadata);
    if (!meta) {
      const errors = awayErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseAway(view.state.values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { input } = reading;
    await saveAndAnswer(
      deps,
      // Everything at once: the overview below would show how it was.
      { ack: (answer) => ack(answer ?? { response_action: 'clear' }) },
      {
        save: () => recordAbsence(deps.context(), { ...asker, ...input, submissionKey: view.id }),
        fieldErrors: (error) => awayErrors(error, t),
        answer: (saved) =>
          answerPrivately(client, asker, meta.channelId, awaySavedMessage({ ...input, ...saved }, t)),
      },
    );
  };
}
