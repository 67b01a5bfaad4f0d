import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { postponeContact } from '../../../usecases/postpone-contact';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { postponedMessage } from '../../messages/answers';
import { type Submission, saveAndAnswer } from '../submission';
import { decodePostponeMeta } from './meta';
import { parsePostpone, postponeErrors } from './parse';

/** "Postpone": the postpone modal was submitted. */
export function submitPostponement(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodePostponeMeta(view.private_metadata);
    if (!meta) {
      const errors = postponeErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parsePostpone(view.state.values, meta, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { learnerId, plan } = reading.input;
    const { workspaceId, userId: supporterId } = asker;
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => postponeContact(deps.context(), { workspaceId, supporterId, learnerId, plan }),
        fieldErrors: (error) => postponeErrors(error, t),
        answer: ({ learnerName: name, next }) =>
          answerPrivately(
            client,
            asker,
            meta.channelId,
            postponedMessage({ name, on: next.dueOn ?? plan.on }, t),
          ),
      },
    );
  };
}
