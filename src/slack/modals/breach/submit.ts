import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { explainBreach } from '../../../usecases/explain-breach';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { breachExplainedMessage } from '../../messages/answers';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeBreachMeta } from './meta';
import { breachErrors, parseBreach } from './parse';

/** "Save": a lead said why the minimum was missed. */
export function submitBreach(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeBreachMeta(view.private_metadata);
    if (!meta) {
      const errors = breachErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseBreach(view.state.values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { workspaceId, userId: leadId } = asker;
    const { breachId, setAt } = meta;
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () =>
          explainBreach(deps.context(), { workspaceId, leadId, breachId, setAt, given: reading.input }),
        fieldErrors: (error) => breachErrors(error, t),
        answer: ({ learnerName: name, floorOn: on }) =>
          answerPrivately(client, asker, null, breachExplainedMessage({ name, on }, t)),
      },
    );
  };
}
