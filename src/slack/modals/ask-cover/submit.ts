import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { askPartialCover } from '../../../usecases/ask-partial-cover';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { askedMessage } from '../../messages/answers';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeAskCoverMeta } from './meta';
import { askCoverErrors, parseAskCover } from './parse';

/** "Ask": a colleague is asked to cover an absence. */
export function submitAskCover(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const { values } = view.state;
    const meta = decodeAskCoverMeta(view.private_metadata);
    if (!meta) {
      const errors = askCoverErrors(new UserError('viewExpired'), values, lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseAskCover(values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { absenceId, channelId } = meta;
    const input = { ...asker, ...reading.input, absenceId, submissionKey: view.id };
    await saveAndAnswer(
      deps,
      { ack: (answer) => ack(answer ?? { response_action: 'clear' }) },
      {
        save: () => askPartialCover(deps.context(), input),
        fieldErrors: (error) => askCoverErrors(error, values, t),
        answer: ({ toName }) =>
          answerPrivately(client, asker, channelId, askedMessage(toName, t.away.ask.asked)),
      },
    );
  };
}
